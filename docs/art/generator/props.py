"""Props of the second set: oyster mushrooms, yeast cakes, trays, combs, skeins, tea rows."""

import math
import random

from .base import *
from .brocade import bro
from .things import leaf, ramp_dark

YEAST = "#F3EBDA"
OYSTER = ("#B9AE9E", "#CFC3B0", "#A89C8C")


def oyster(x, y, r, rot=0, c=OYSTER[0], under=False):
    """One oyster mushroom: fan cap over a short stem; (x, y) is the foot of the stem. under: seen from the gills."""
    d, hi = mix(c, W9, 0.35), mix(c, P0, 0.55)
    def P(*q):
        return " ".join(f"{q[k]*r:.1f},{q[k+1]*r:.1f}" for k in range(0, len(q), 2))

    cap = f"M{P(-1.02,-1)}C{P(-1.16,-1.44,-.62,-1.74,-.16,-1.62)}C{P(.3,-1.78,1.16,-1.5,1.02,-.96)}C{P(.7,-.8,.36,-.9,.02,-.92)}C{P(-.4,-.84,-.76,-.84,-1.02,-1)}Z"
    gills = f"M{P(-1,-.98)}Q{P(0,-.8,1,-.94)}Q{P(.46,-.5,.24,-.1)}L{P(.2,.1,-.2,.1,-.24,-.1)}Q{P(-.5,-.5,-1,-.98)}Z"
    rays = "".join(f"M{k*r*.05:.1f},{-r*.1:.1f}Q{k*r*.1:.1f},{-r*.5:.1f} {k*r*.26:.1f},{-r*.92:.1f}" for k in range(-3, 4))
    if under:
        fan = f"M{P(-1,-1.02)}C{P(-.7,-1.36,-.3,-1.46,0,-1.4)}C{P(.4,-1.48,.8,-1.3,1,-.98)}C{P(.7,-.7,.34,-.4,.2,.1)}L{P(-.2,.1)}C{P(-.34,-.4,-.7,-.7,-1,-1.02)}Z"
        lines = "".join(f"M{k*r*.036:.1f},{-r*.14:.1f}Q{k*r*.07:.1f},{-r*.6:.1f} {k*r*.19:.1f},{-r*(1.34-k*k*.013):.1f}" for k in range(-5, 6))
        rim = f"M{P(-1.08,-1)}C{P(-.9,-1.5,-.4,-1.62,-.06,-1.52)}C{P(.4,-1.64,1,-1.44,1.08,-.94)}C{P(.7,-.7,.3,-.3,0,-.2)}C{P(-.3,-.3,-.7,-.7,-1.08,-1)}Z"
        s = pa(rim, c) + pa(f"M{P(.3,-1.56)}C{P(.8,-1.5,1.04,-1.3,1.08,-.94)}L{P(.6,-.6)}Z", d, e='opacity=".55"')
        s += shaded(fan, "#F3EAD8", pa(f"M{P(.24,-1.6)}Q{P(.5,-.8,.06,.2)}L{P(1.2,.2,1.2,-1.6)}Z", P3, e='opacity=".7"') + pa(lines, s="#C2AF8A", w=round(max(1.6, r * 0.03), 1)))
        return g(s, f"translate({x:.0f},{y:.0f}) rotate({rot})")
    s = shaded(gills, P1, pa(f"M{P(.1,-1,1,-1,.3,.1,.02,.1)}Z", P2) + pa(rays, s="#C9B489", w=round(max(1.6, r * 0.045), 1)))
    s += shaded(
        cap,
        c,
        pa(f"M{P(.3,-1.9)}C{P(.86,-1.4,.66,-1.1,.2,-.8)}L{P(1.3,-.8,1.3,-1.9)}Z", d, e='opacity=".55"')
        + pa(f"M{P(-1.2,-.8,-1.2,-1.9,0,-1.9)}C{P(-.4,-1.6,-.74,-1.4,-.72,-.8)}Z", hi, e='opacity=".8"'),
    )
    return g(s, f"translate({x:.0f},{y:.0f}) rotate({rot})")


def tuft(x, y, r, c=OYSTER[0]):
    """Three far mushrooms on a bag: cap and foot only."""
    s = ""
    for dx, dy, k in ((-0.7, 0, 0.8), (0.7, 0.05, 0.8), (0, -0.2, 1)):
        q, cx, cy = r * k, x + dx * r, y + dy * r
        s += pa(f"M{cx-q*.8:.0f},{cy:.0f}L{x-3:.0f},{y+r:.0f}h6L{cx+q*.8:.0f},{cy:.0f}Z", P3)
        s += pa(f"M{cx-q:.0f},{cy+q*.1:.0f}Q{cx-q:.0f},{cy-q*.8:.0f} {cx:.0f},{cy-q*.7:.0f}Q{cx+q:.0f},{cy-q*.8:.0f} {cx+q:.0f},{cy+q*.1:.0f}Q{cx:.0f},{cy+q*.3:.0f} {cx-q:.0f},{cy+q*.1:.0f}Z", c)
        s += pa(f"M{cx-q:.0f},{cy+q*.1:.0f}Q{cx-q:.0f},{cy-q*.8:.0f} {cx:.0f},{cy-q*.7:.0f}Q{cx-q*.5:.0f},{cy-q*.4:.0f} {cx-q*.4:.0f},{cy+q*.18:.0f}Z", mix(c, P0, 0.5))
    return s


def oyster_cluster(x, y, r, seed=1):
    """A tuft growing from one foot."""
    o = random.Random(seed)
    s = ""
    for rot, k, dx in ((-62, 0.76, -0.2), (64, 0.76, 0.2), (-30, 0.96, -0.1), (34, 0.92, 0.12), (2, 0.86, 0.02)):
        s += oyster(x + dx * r, y + (0 if abs(rot) > 10 else r * 0.2), r * k, rot + o.uniform(-5, 5), o.choice(OYSTER))
    return s


def yeast(x, y, r, husk=True, seed=0):
    """A round white yeast cake lying flat, dusted with rice husk."""
    h = r * 0.62
    s = (
        el(x, y + r * 0.34, r, h, "#CDBF9F")
        + el(x, y, r, h, YEAST)
        + pa(f"M{x-r},{y}A{r},{h} 0 0 1 {x},{y-h}Q{x-r*.66},{y-h*.5} {x-r*.5},{y+h*.84}Q{x-r*.96},{y+h*.5} {x-r},{y}Z", "#FFFFFF")
        + pa(f"M{x+r},{y}A{r},{h} 0 0 1 {x+r*.1},{y+h*.99}Q{x+r*.66},{y+h*.5} {x+r},{y}Z", P2)
    )
    if husk:
        o = random.Random(seed * 31 + 7)
        for _ in range(5):
            a, q = o.uniform(0, 6.3), o.uniform(0.1, 0.72)
            s += g(el(0, 0, r * 0.13, r * 0.05, o.choice((C7, "#C9A55C", W5))), f"translate({x+math.cos(a)*r*q:.0f},{y+math.sin(a)*h*q:.0f}) rotate({o.randint(0,170)})")
    return s


def flat_tray(x, y, rx, ry, lip=18, seed=1):
    """Round bamboo winnowing tray seen at a slant: bound rim, woven bottom."""
    s = el(x, y + lip, rx, ry, W7) + el(x, y, rx, ry, W5)
    s += pa(f"M{x-rx},{y}A{rx},{ry} 0 0 1 {x},{y-ry}L{x},{y-ry+lip*.5}A{rx*.96},{ry*.94} 0 0 0 {x-rx*.95},{y}Z", TOPL)
    ix, iy = rx - lip * 1.1, ry - lip * 0.8
    bed = f"M{x-ix},{y}A{ix},{iy} 0 1 1 {x+ix},{y}A{ix},{iy} 0 1 1 {x-ix},{y}Z"
    a, b = [], []
    n = int(ix / 15)
    for j in range(-int(iy / 9) - 1, int(iy / 9) + 2):
        for k in range(-n - 1, n + 2):
            (b if (k + 2 * j) % 4 == 0 else a).append(f"M{x+k*30+(15 if j%2 else 0):.0f},{y+j*9:.0f}h17v5h-17z")
    s += shaded(bed, "#DDBE8C", pa("".join(a), "#EBD3A8") + pa("".join(b), W5, e='opacity=".55"') + el(x + ix * 0.5, y + iy * 0.35, ix, iy * 1.1, W5, 'opacity=".12"'))
    return s


def comb_frame(x, y, w, h, fill=C5):
    """A hive frame hanging from its top bar; x = middle, y = top bar."""
    s = rc(x - w / 2, y, w, h, W5, 4) + rc(x + w * 0.36, y, w * 0.14, h, W7, 4)
    i = f"M{x-w/2+18},{y+24}H{x+w/2-18}V{y+h-18}H{x-w/2+18}Z"
    cells, capped = [], []
    for r in range(int(h / 21) + 1):
        for k in range(int(w / 24) + 1):
            cx, cy = x - w / 2 + 12 + k * 24 + (12 if r % 2 else 0), y + 22 + r * 21
            (capped if r < 2 + 2.4 * math.sin(k * 0.52) else cells).append(f"M{cx:.0f},{cy:.0f}l11,6v13l-11,6l-11,-6v-13z")
    s += shaded(i, C7, pa("".join(cells), fill) + pa("".join(capped), C1) + rc(x + w * 0.2, y, w, h, W9, 0, 'opacity=".14"'))
    return s + rc(x - w / 2 - 40, y - 12, w + 80, 34, W7, 5) + rc(x - w / 2 - 40, y - 12, w + 80, 12, TOPL, 5)


def hank(x, y, c, h=150):
    """Skein of yarn hanging from y."""
    d, hi = ramp_dark(c), mix(c, P0, 0.35)
    b = f"M-24,0Q-34,{h*.5} -26,{h*.9}Q0,{h*1.14} 26,{h*.9}Q34,{h*.5} 24,0Z"
    s = shaded(
        b,
        c,
        pa(f"M8,-4Q18,{h*.5} 6,{h*1.2}L50,{h*1.2}L50,-4Z", d)
        + pa(f"M-40,-4L-8,-4Q-20,{h*.5} -12,{h*1.2}L-40,{h*1.2}Z", hi, e='opacity=".7"')
        + pa("".join(f"M{k*8},0Q{k*11},{h*.5} {k*8},{h}" for k in (-2, -1, 0, 1, 2)), s=d, w=2, e='opacity=".5"'),
    )
    return g(s + rc(-28, h * 0.28, 56, 14, P1, 5), f"translate({x},{y})")


def tea_row(y, amp, col, hi, n, t, seed, W=800):
    """A hedge of clipped tea."""
    r = random.Random(seed)
    pts = [(-60 + i * (W + 120) / n, y + math.sin(i * 0.5 + seed) * amp) for i in range(n + 1)]
    s = "".join(el(px, py, t * r.uniform(0.95, 1.2), t * 0.74, col) for px, py in pts)
    s += "".join(el(px - t * 0.25, py - t * 0.22, t * 0.62, t * 0.34, hi) for px, py in pts)
    return hill(pts, mix(col, W7, 0.25)) + s


def tea_tip(x, y, s=1, rot=0):
    """One bud and two leaves, stalk at (x, y)."""
    return g(
        pa("M0,0Q-4,-40 2,-74", s=L5, w=7) + leaf(0, -38, 84, 19, -142, L7, L5, L9) + leaf(0, -48, 82, 18, -34, L7, L5, L9) + leaf(2, -70, 58, 10, -86, L5, L3),
        f"translate({x},{y}) rotate({rot}) scale({s})",
    )


def planks(W, y0, y1, step=94, c=W5, o=0.25):
    return "".join(rc(0, y, W, 3, c, 0, f'opacity="{o}"') for y in range(y0, y1, step))


def gear(x, y, r, c=STEEL, teeth=14):
    """Steel wheel with teeth."""
    d, hi = mix(c, INK, 0.35), mix(c, P0, 0.45)
    t = "".join(g(rc(-r * 0.1, -r * 1.14, r * 0.2, r * 0.3, d if k * 360 / teeth in range(60, 200) else c, 3), f"rotate({k*360/teeth:.1f})") for k in range(teeth))
    ring = f"M{-r},0A{r},{r} 0 1 1 {r},0A{r},{r} 0 1 1 {-r},0Z"
    s = t + shaded(
        ring,
        c,
        pa(f"M{r*.1},{-r*1.2}Q{r*.9},0 {-r*.1},{r*1.2}L{r*1.2},{r*1.2}L{r*1.2},{-r*1.2}Z", d, e='opacity=".7"')
        + pa(f"M{-r*1.2},{r}L{-r*1.2},{-r*1.2}L{r*.1},{-r*1.2}Q{-r*.8},{-r*.7} {-r*.7},{r}Z", hi, e='opacity=".7"'),
    )
    s += "".join(g(el(0, -r * 0.56, r * 0.2, r * 0.2, W9), f"rotate({k*60})") for k in range(6))
    return g(s + el(0, 0, r * 0.26, r * 0.26, d) + el(-r * 0.04, -r * 0.05, r * 0.2, r * 0.2, hi) + el(0, 0, r * 0.1, r * 0.1, INK), f"translate({x},{y})")
