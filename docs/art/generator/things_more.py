"""More things: a window at night, a wall shelf, sheets in perspective, a calculator, a printer, plants in trays."""

from .things import *


def night_window(x, y, w, h, frame=W7, moon=True):
    """Window with hills under the moon."""
    m = 13
    inner = rc(x + m, y + m, w - 2 * m, h - 2 * m, I9)
    if moon:
        inner += el(x + w * 0.68, y + h * 0.24, 30, 30, C3, 'opacity=".2"') + el(x + w * 0.68, y + h * 0.24, 20, 20, C1)
    inner += "".join(el(x + w * a, y + h * b, 2.6, 2.6, P0) for a, b in ((0.2, 0.16), (0.36, 0.3), (0.84, 0.4), (0.26, 0.42)))
    inner += hill([(x - 10, y + h * 0.62), (x + w * 0.3, y + h * 0.46), (x + w * 0.66, y + h * 0.62), (x + w + 10, y + h * 0.44)], I7, y + h)
    inner += hill([(x - 10, y + h * 0.82), (x + w * 0.5, y + h * 0.7), (x + w + 10, y + h * 0.82)], "#16304A", y + h)
    inner += rc(x + w * 0.24, y + h * 0.74, 8, 8, C5) + rc(x + w * 0.72, y + h * 0.78, 7, 7, C5)
    s = rc(x, y, w, h, frame) + clip(f"M{x+m},{y+m}h{w-2*m}v{h-2*m}h{2*m-w}Z", inner)
    s += rc(x + w / 2 - 5, y + m, 10, h - 2 * m, frame) + rc(x + m, y + h * 0.46, w - 2 * m, 8, frame)
    return s + rc(x - 10, y + h, w + 20, 14, W5)


def board(x, y, w):
    """Wall shelf."""
    return rc(x, y, w, 12, W5) + rc(x, y, w, 4, TOPL)


def boards(w, y, h, c="#D9C5A0", n=8):
    """Faint plank lines of a wooden wall or floor."""
    return "".join(rc(0, y + k * h, w, 3, W7, 0, 'opacity=".18"') for k in range(n))


class Sheet:
    """A flat rectangle seen in perspective: (u, v) in 0..1 to picture units."""

    def __init__(self, x, y, top, bottom, h, skew=0):
        self.x, self.y, self.top, self.bottom, self.h, self.skew = x, y, top, bottom, h, skew

    def at(self, u, v):
        w = self.top + (self.bottom - self.top) * v
        return self.x + self.skew * v + (u - 0.5) * w, self.y + self.h * (v * 0.86 + v * v * 0.14)

    def quad(self, u0, v0, u1, v1, f, e=""):
        p = [self.at(u0, v0), self.at(u1, v0), self.at(u1, v1), self.at(u0, v1)]
        return pa("M" + "L".join(f"{a:.1f},{b:.1f}" for a, b in p) + "Z", f, e=e)

    def line(self, u0, v0, u1, v1, s, w, e=""):
        (a, b), (c, d) = self.at(u0, v0), self.at(u1, v1)
        return pa(f"M{a:.1f},{b:.1f}L{c:.1f},{d:.1f}", s=s, w=w, e=e)


def calculator(x, y, s=1, rot=0):
    """Pocket calculator lying on a table, seen from the front."""
    k = Sheet(0, -92, 116, 152, 150)
    o = pa("M-58,-86L58,-86L76,62L72,78L-72,78L-76,62Z", INK, e='opacity=".25" transform="translate(10,8)"')
    o += pa("M-76,58L76,58L74,74Q73,78 68,78L-68,78Q-73,78 -74,74Z", "#0F1930") + k.quad(0, 0, 1, 1, I7) + k.quad(0, 0, 0.34, 1, I5, 'opacity=".5"')
    o += k.quad(0.1, 0.07, 0.9, 0.27, L1) + k.quad(0.1, 0.07, 0.44, 0.27, P0, 'opacity=".4"')
    o += "".join(k.quad(0.56 + i * 0.1, 0.12, 0.62 + i * 0.1, 0.22, I9) for i in range(3))
    for j in range(4):
        for i in range(4):
            c = C5 if (i, j) == (3, 3) else D5 if i == 3 else P0
            u, v = 0.1 + i * 0.205, 0.36 + j * 0.155
            o += k.quad(u, v + 0.02, u + 0.17, v + 0.12, "#0F1930") + k.quad(u, v, u + 0.17, v + 0.095, c)
    return g(o, f"translate({x},{y}) rotate({rot}) scale({s})")


def pen(x, y, l=200, rot=0, c=D7):
    """Pen lying, its tip at (x, y)."""
    o = pa(f"M0,0L22,-7L22,7Z", INK) + rc(22, -8, l - 60, 16, c, 3) + rc(22, -8, l - 60, 6, mix(c, P0, 0.35), 3)
    o += rc(l - 70, -9, 66, 18, I9, 5) + rc(l - 70, -9, 66, 6, I5, 4) + rc(l - 62, -13, 54, 6, STEEL, 3)
    return g(pa(f"M10,14L{l},16", s=INK, w=10, e='opacity=".18"') + o, f"translate({x},{y}) rotate({rot})")


def tea_glass(x, y, s=1):
    """Glass of tea on a saucer, y = table."""
    o = el(0, -4, 74, 15, I7) + el(0, -8, 74, 14, I1) + el(0, -9, 48, 9, I2)
    bd = "M-44,-106L44,-106L36,-14Q34,-6 24,-6L-24,-6Q-34,-6 -36,-14Z"
    o += shaded(bd, "#DCE5EA", pa("M-60,-84L60,-84L60,0L-60,0Z", "#C9812B") + pa("M-60,-84L60,-84L60,-74L-60,-74Z", "#E3A94C") + pa("M14,-110L60,-110L60,0L20,0Z", INK, e='opacity=".16"') + pa("M-34,-100L-22,-100L-20,-16L-28,-16Z", P0, e='opacity=".6"'))
    o += el(0, -106, 44, 8, P0, 'opacity=".55"')
    return g(o, f"translate({x},{y}) scale({s})")


def steam(x, y, s=1, o=0.7):
    return g(pa("M-12,0q-14,-26 2,-48q14,-22 -2,-48M16,-4q-12,-22 4,-42q12,-20 0,-42", s=P0, w=8, e=f'opacity="{o}"'), f"translate({x},{y}) scale({s})")


def phone_back(x, y, s=1, rot=0, c=I9):
    """Phone 124 x 236 seen from behind."""
    o = rc(-62, -118, 124, 236, c, 16) + rc(-62, -118, 44, 236, mix(c, I5, 0.45), 16) + rc(-50, -106, 44, 62, INK, 12)
    o += el(-28, -92, 11, 11, I5) + el(-28, -62, 11, 11, I5)
    return g(o, f"translate({x},{y}) rotate({rot}) scale({s})")


def sprout(x, y, h, c=L5, hi=L3, stem=L7):
    """Seedling with two pairs of leaves, y = soil."""
    o = pa(f"M0,0Q2,{-h*.5} 0,{-h}", s=stem, w=max(2.5, h * 0.06))
    o += leaf(0, -h * 0.5, h * 0.5, h * 0.13, -152, stem, c) + leaf(0, -h * 0.5, h * 0.5, h * 0.13, -28, stem, c)
    o += leaf(0, -h * 0.94, h * 0.44, h * 0.14, -128, c, hi) + leaf(0, -h * 0.94, h * 0.44, h * 0.14, -52, c, hi)
    return g(o, f"translate({x:.0f},{y:.0f})")
