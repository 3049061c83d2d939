"""Products of the second set: black tea, scarf, gift box, mushrooms. 800 x 800."""

import random

from .base import *
from .brocade import bro, star, tile_svg
from .props import *
from .scenes import pic
from .things import *


def tabletop(y, c=W5, shadow=(400, 690, 310, 28), edge=TOPL, o=0.4):
    return rc(0, y, 800, 800 - y, c) + rc(0, y, 800, 9, edge) + el(*shadow, W9, f'opacity="{o}"')


def weave(d, x, y, w, h, c=W5, dk=W7, hi=TOPL, t=1.6):
    """Plaited bamboo inside the path d, box x, y, w, h."""
    a, b = [], []
    for i in range(int(h / (16 * t)) + 1):
        for k in range(int(w / (22 * t)) + 2):
            (b if (k + i) % 3 == 0 else a).append(f"M{x+k*22*t+(11*t if i%2 else 0)-8:.0f},{y+5+i*16*t:.0f}h{12*t:.0f}v{8*t:.0f}h{-12*t:.0f}z")
    return shaded(d, c, pa("".join(a), hi, e='opacity=".75"') + pa("".join(b), dk, e='opacity=".75"'))


@pic
def s_hongtra():
    """Black tea: a stiff paper box, a cup of red tea."""
    c = tabletop(570, W7, (420, 690, 330, 30), o=0.5)
    c += (
        rc(410, 216, 250, 464, D9, 5)
        + rc(410, 216, 162, 464, D7, 5)
        + rc(410, 216, 60, 464, D5, 5)
        + rc(400, 196, 270, 96, D9, 5)
        + rc(400, 196, 174, 96, D7, 5)
        + rc(400, 196, 66, 96, D5, 5)
        + rc(410, 292, 250, 9, INK, 0, 'opacity=".22"')
        + bro(400, 226, 270, 36)
        + rc(456, 350, 158, 158, P0, 79)
        + leaf(535, 486, 100, 25, -52, L7, L5, L9)
        + leaf(535, 486, 100, 25, -128, L7, L5, L9)
        + leaf(535, 440, 70, 12, -90, L5, L3)
        + rc(475, 546, 120, 14, C3, 4)
        + rc(495, 572, 80, 9, P0, 4)
    )
    # saucer and cup
    c += el(240, 706, 186, 30, W9, 'opacity=".45"') + el(232, 692, 180, 32, P3) + el(230, 684, 178, 31, P0) + el(238, 686, 116, 18, P3)
    body = "M98,540C98,640 150,690 200,690L262,690C312,690 364,640 364,540Z"
    c += pa("M350,570Q424,556 416,606Q406,650 336,646", s=P3, w=20) + pa("M350,566Q420,554 412,602Q404,642 340,640", s=P0, w=12)
    c += shaded(body, P0, pa("M270,520Q330,560 262,700L380,700L380,520Z", P3) + pa("M90,530L150,530Q150,620 190,700L90,700Z", "#FFFFFF"))
    c += el(231, 540, 133, 33, P2) + el(231, 541, 122, 28, D9)
    c += clip("M109,541A122,28 0 1 1 353,541A122,28 0 1 1 109,541Z", el(231, 550, 122, 28, D7) + el(190, 548, 66, 14, D5) + el(176, 545, 30, 6, D3))
    c += pa("M206,470q-20,-36 4,-70q20,-30 0,-66M258,476q-16,-34 6,-62q16,-28 2,-58", s=P0, w=12, e='opacity=".8"')
    # twisted dry leaves
    o = random.Random(5)
    c += el(600, 724, 110, 16, W9, 'opacity=".5"')
    for k in range(34):
        x, y = 600 + o.gauss(0, 42), 720 - abs(o.gauss(0, 9))
        a, l = o.randint(-40, 40), o.uniform(20, 34)
        c += g(pa(f"M{-l:.0f},0Q0,{-l*.5:.0f} {l:.0f},2Q0,{l*.1:.0f} {-l:.0f},0Z", (W9, "#3A2618", D9, W7)[k % 4]), f"translate({x:.0f},{y:.0f}) rotate({a})")
    return svg(800, 800, "#F1E2CF", c)


def rose(n=6, k=4):
    """The eight-petal flower on the thread grid: two colours for the petals."""
    r = n + k
    G = [[None] * (2 * r + 1) for _ in range(2 * r + 1)]
    for y in range(-r, r + 1):
        for x in range(-r, r + 1):
            a, b = max(abs(x), abs(y)), min(abs(x), abs(y))
            if 1 <= b <= k and b + 1 <= a <= b + n:
                G[y + r][x + r] = P0 if (abs(x) > abs(y)) == (x * y > 0) else I2
            elif a == 0:
                G[y + r][x + r] = C5
    return G


@pic
def s_khan():
    """Scarf woven with the eight-petal flower, folded."""
    c = el(400, 400, 330, 330, P1)
    ball = lambda x, y, r, col: (
        el(x + 8, y + r * 0.8, r * 1.02, r * 0.3, W7, 'opacity=".3"')
        + shaded(f"M{x-r},{y}A{r},{r} 0 1 1 {x+r},{y}A{r},{r} 0 1 1 {x-r},{y}Z", col, pa(f"M{x+r*.2},{y-r}Q{x+r*.9},{y} {x-r*.1},{y+r}L{x+r},{y+r}L{x+r},{y-r}Z", ramp_dark(col)) + pa(f"M{x-r},{y+r}L{x-r},{y-r}L{x},{y-r}Q{x-r*.8},{y-r*.4} {x-r*.62},{y+r}Z", mix(col, P0, 0.35)))
        + pa("".join(f"M{x-r*.8:.0f},{y-r*.5+q*r*.28:.0f}q{r*.7:.0f},{-r*.4:.0f} {r*1.5:.0f},{r*.1:.0f}" for q in range(4)), s=P0, w=3, e='opacity=".4"')
    )
    f = pa("M-190,-150L226,-190L256,246L-170,252Z", W7, e='opacity=".25"')
    # fringe, folded layers, the face
    o = random.Random(3)
    f += "".join(pa(f"M{-204+q*14.6:.0f},214q{o.randint(-5,5)},26 {o.randint(-6,6)},{o.randint(44,54)}", s=(P0, I2, P0, C3)[q % 4], w=6) for q in range(29))
    for d, col in ((26, I9), (13, I5)):
        f += rc(-216, -220 + d, 432 + d, 440, col, 16) + rc(-216, 206 + d, 432 + d, 14, ramp_dark(col), 7)
    face = "M-200,-222H200Q216,-222 216,-206V206Q216,222 200,222H-200Q-216,222 -216,206V-206Q-216,-222 -200,-222Z"
    G = rose()
    w = 12
    art = g(tile_svg(G), f"translate({-w*10.5},{-w*10.5+6}) scale({w})")
    for sx, sy in ((-172, -96), (172, -96), (-172, 108), (172, 108)):
        art += star(sx - 28, sy - 28, 8, C5)
    for sy in (-1, 1):
        art += star(-172 - 20, -14 + 6 - 20 + 14, 6, D3) + star(172 - 22, -14, 6, D3) if sy < 0 else ""
    art += bro(-216, -204, 432, 48) + "".join(rc(-216, y, 432, h, col) for y, h, col in ((-214, 6, C5), (-152, 6, D5), (156, 6, D5), (168, 22, I5), (196, 6, C5)))
    art += "".join(rc(-216 + q * 24, 173, 12, 12, P0) for q in range(18))
    f += shaded(face, I7, art + pa("M150,-240L240,-240L240,240L96,240Z", INK, e='opacity=".24"') + pa("M-230,-240L-150,-240L-196,240L-230,240Z", P0, e='opacity=".14"'))
    c += g(f, 'translate(396,380) rotate(-5)" shape-rendering="geometricPrecision')
    return svg(800, 800, "#EBDDC2", c + ball(642, 664, 58, D5) + ball(548, 714, 44, C5))


@pic
def s_hopqua():
    """Gift box of plaited bamboo, lid ajar."""
    c = tabletop(590, "#B99A6C", (410, 712, 340, 30), o=0.35)
    lid = "M138,478L190,236Q194,220 210,220L634,220Q650,220 652,236L662,478Z"
    c += shaded(lid, W7, rc(150, 220, 520, 260, W7) + pa("M212,244L630,244L640,478L164,478Z", "#9A7047"))
    c += weave("M220,254L622,254L630,478L176,478Z", 176, 254, 460, 226, "#B98E60", W7, TOPL, 1.5) + pa("M470,254L640,254L640,480L540,480Z", W9, e='opacity=".25"')
    # contents
    c += rc(166, 446, 470, 54, W9)
    c += jar(250, 560, 118, 196, "#D98E1E", 0.86, W7) + jar(560, 560, 104, 160, "#C98A2B", 0.84, D7)
    c += rc(336, 322, 130, 240, L9, 5) + rc(336, 322, 46, 240, L7, 5) + pa("M336,322l12,-22h106l12,22Z", L7) + rc(356, 366, 90, 90, P0, 45) + leaf(401, 440, 56, 14, -52, L7, L5, L9) + leaf(401, 440, 56, 14, -128, L7, L5, L9)
    c += pa("M440,560L452,398Q460,376 484,384Q508,372 520,396L532,560Z", "#E6D5AE") + pa("M500,386Q512,380 520,396L532,560L498,560Z", "#C9B489") + rc(446, 398, 80, 14, D7, 6)
    o = random.Random(4)
    c += "".join(pa(f"M{170+q*15.6:.0f},{492+q%3*5}q{o.randint(4,12)},{-o.randint(26,46)} {o.randint(14,34)},{-o.randint(8,26)}", s=(C1, C3, P2)[q % 3], w=5) for q in range(29))
    # the box
    box = "M138,486H662L646,700Q645,708 636,708H164Q155,708 154,700Z"
    c += weave(box, 138, 486, 530, 230) + clip(box, pa("M520,480L680,480L680,720L500,720Z", W9, e='opacity=".3"') + pa("M120,480L200,480L206,720L120,720Z", P0, e='opacity=".14"'))
    c += clip(box, bro(138, 566, 524, 48) + pa("M520,566H662V614H516Z", INK, e='opacity=".22"'))
    c += rc(124, 474, 552, 28, W7, 10) + rc(124, 474, 552, 10, TOPL, 5) + rc(150, 692, 500, 20, W7, 8)
    c += pa("M366,502H434V556Q434,566 424,566H376Q366,566 366,556Z", W9) + rc(378, 514, 44, 30, C7, 6) + rc(378, 514, 18, 30, C5, 6)
    return svg(800, 800, "#F3E8D3", c)


@pic
def s_nam():
    """A bamboo basket full of oyster mushrooms."""
    c = el(400, 370, 310, 310, P1) + tabletop(600, P3, (400, 712, 320, 28), P3, 0.25) + rc(0, 600, 800, 8, W5, 0, 'opacity=".4"')
    back = ((262, 470, 100, -34, 0), (540, 470, 100, 34, 0), (330, 424, 104, -16, 0), (472, 424, 104, 18, 0), (402, 392, 100, 2, 0))
    front = ((244, 540, 92, -36, 1), (558, 540, 92, 35, 1), (306, 524, 108, -20, 0), (500, 526, 108, 22, 0), (402, 490, 110, 1, 1), (350, 590, 92, -12, 0), (456, 592, 92, 13, 0))
    c += "".join(oyster(x, y, r, rot, OYSTER[(k * 2) % 3], u) for k, (x, y, r, rot, u) in enumerate(back + front))
    c += basket(400, 530, 262, 176) + bro(270, 594, 260, 44)
    c += oyster_cluster(664, 716, 54, 5) + leaf(120, 720, 130, 30, -24, L7, L5, L9) + leaf(110, 726, 110, 26, -70, L7, L5, L9)
    return svg(800, 800, "#E6E7D3", c)
