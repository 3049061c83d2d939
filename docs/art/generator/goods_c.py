"""Products of the second set: spawn bags, price board, leaf yeast."""

import math
import random

from .base import *
from .brocade import bro
from .goods_a import tabletop
from .props import *
from .scenes import pic
from .things import *


def spawn_bag(x, y, r, seed, fruit=0):
    """Mushroom bag lying on its side, round end to us: plastic, white threads, collar and plug."""
    o = random.Random(seed)
    disc = f"M{x-r},{y}A{r},{r} 0 1 1 {x+r},{y}A{r},{r} 0 1 1 {x-r},{y}Z"
    spots = "".join(el(x + math.cos(a) * q, y + math.sin(a) * q, o.uniform(4, 9), o.uniform(3, 6), ("#E2D6BE", "#D8C7A6", P2)[k % 3]) for k in range(8) for a, q in ((o.uniform(0, 6.3), r * o.uniform(0.45, 0.9)),))
    s = shaded(
        disc,
        "#F4EDDF",
        spots
        + pa(f"M{x+r*.3},{y-r}Q{x+r*.8},{y} {x-r*.05},{y+r}L{x+r},{y+r}L{x+r},{y-r}Z", P3, e='opacity=".75"')
        + pa(f"M{x-r*.86},{y+r*.2}A{r*.9},{r*.9} 0 0 1 {x-r*.1},{y-r*.88}A{r*1.2},{r*1.2} 0 0 0 {x-r*.86},{y+r*.2}Z", "#FFFFFF"),
    )
    s += pa("".join(f"M{x+math.cos(a)*r*.36:.0f},{y+math.sin(a)*r*.36:.0f}L{x+math.cos(a)*r*.62:.0f},{y+math.sin(a)*r*.62:.0f}" for a in [k * math.pi / 5 + 0.3 for k in range(10)]), s="#CDBF9F", w=3)
    s += el(x, y, r * 0.34, r * 0.34, I5) + el(x - r * 0.04, y - r * 0.04, r * 0.27, r * 0.27, I3)
    if not fruit:
        s += el(x, y, r * 0.2, r * 0.2, P0) + el(x + r * 0.05, y + r * 0.05, r * 0.13, r * 0.13, P2)
    return s


@pic
def s_phoinam():
    """Spawn bags on the shelf, some in fruit."""
    c = rc(0, 0, 800, 800, "#DDE3D0") + "".join(rc(k * 100, 0, 3, 800, "#CBD3BC") for k in range(9))
    ys = (262, 484, 706)
    r = 74
    for j, y in enumerate(ys):
        c += rc(84, y - 150, 632, 150, W9, 0, 'opacity=".10"')
        c += "".join(spawn_bag(172 + k * 152, y - r, r, j * 4 + k, (j, k) in ((0, 2), (1, 0), (2, 1), (2, 3), (1, 3))) for k in range(4))
    for x, y in ((60, 40), (716, 40)):
        c += rc(x, y, 26, 760, W7) + rc(x, y, 9, 760, W5)
    for j, y in enumerate(ys):
        c += rc(44, y, 712, 26, W5, 4) + rc(44, y, 712, 8, TOPL, 4) + rc(60, y + 26, 682, 8, W9, 0, 'opacity=".25"')
    c += rc(44, 40, 712, 20, W5, 4) + rc(44, 40, 712, 7, TOPL, 4)
    for j, k, z in ((0, 2, 3), (1, 0, 5), (1, 3, 8), (2, 1, 9), (2, 3, 2)):
        c += oyster_cluster(172 + k * 152, ys[j] - r + 30, 42, z)
    return svg(800, 800, P1, c + bro(86, 734, 630, 40))


SEG = {"0": "abcdef", "1": "bc", "2": "abged", "3": "abgcd", "4": "fgbc", "5": "afgcd", "6": "afgedc", "7": "abc", "8": "abcdefg", "9": "abcfgd"}
BARS = {"a": (0, 0, 0), "g": (0, 1, 0), "d": (0, 2, 0), "f": (0, 0, 1), "b": (1, 0, 1), "e": (0, 1, 1), "c": (1, 1, 1)}


def digits(x, y, w, text, colour):
    """Seven-bar figures: every number is a shape. w = width of one figure, height 2w."""
    d = ""
    t = w * 0.11
    for ch in text:
        if ch == ".":
            d += f"M{x:.1f},{y+2*w-t:.1f}h{2*t:.1f}v{2*t:.1f}h{-2*t:.1f}z"
            x += w * 0.45
            continue
        for s in SEG[ch]:
            i, j, v = BARS[s]
            px, py = x + i * w, y + j * w
            if v:
                d += f"M{px:.1f},{py+t*.4:.1f}l{t:.1f},{t:.1f}V{py+w-t*1.4:.1f}l{-t:.1f},{t:.1f}l{-t:.1f},{-t:.1f}V{py+t*1.4:.1f}z"
            else:
                d += f"M{px+t*.4:.1f},{py:.1f}l{t:.1f},{-t:.1f}H{px+w-t*1.4:.1f}l{t:.1f},{t:.1f}l{-t:.1f},{t:.1f}H{px+t*1.4:.1f}z"
        x += w * 1.5
    return pa(d, colour)


@pic
def s_bangia():
    """Electronic price board on a market counter, greens beside it."""
    c = hill(ridge(300, 40, 61, 800, 5), I2) + hill(ridge(380, 30, 63, 800, 5), L3) + mist(380, 2, 800)
    c += "".join(pa(f"M{-20+i*84},0h84v96a42,42 0 0 1 -84,0Z", (I7, P0)[i % 2]) for i in range(10)) + rc(0, 84, 800, 14, INK, 0, 'opacity=".12"')
    c += rc(0, 612, 800, 30, W5) + rc(0, 612, 800, 9, TOPL) + rc(0, 642, 800, 160, W7) + bro(-16, 664, 840, 52) + pa("M0,750h800", s=W9, w=3, e='opacity=".4"')
    c += el(330, 622, 230, 14, W9, 'opacity=".3"') + el(640, 622, 150, 12, W9, 'opacity=".3"')
    # board on its foot
    c += pa("M300,560L350,560L368,606L282,606Z", STEEL) + pa("M300,560L318,560L310,606L282,606Z", SILVER) + rc(220, 602, 210, 20, I9, 6) + rc(220, 602, 210, 7, I7, 4)
    c += rc(70, 186, 510, 384, I9, 20) + rc(70, 186, 180, 384, I7, 20) + rc(84, 200, 482, 356, "#0F1930", 10)
    c += rc(104, 218, 250, 20, P0, 5) + rc(104, 248, 160, 10, I3, 4) + el(538, 230, 11, 11, L5)
    pa_ = pa("M84,186L300,200L190,556L84,556Z", P0, e='opacity=".05"')
    for k, price in enumerate(("25.000", "18.500", "40.000")):
        y = 276 + k * 92
        c += rc(100, y, 450, 82, INK, 6) + rc(110, y + 9, 64, 64, (L1, P2, I1)[k], 6)
        c += digits(242, y + 14, 26, price, (C5, L3, C5)[k])
    c += hong(142, 276 + 43, 24) + leaf(132, 276 + 92 + 66, 52, 14, -100, L7, L5) + leaf(138, 276 + 92 + 66, 50, 13, -54, L7, L5) + oyster_cluster(142, 276 + 184 + 68, 19, 3)
    c += "".join(rc(188, 276 + k * 92 + 22, 34, 9, P0, 3) + rc(188, 276 + k * 92 + 40, 24, 7, I3, 3) for k in range(3)) + pa_
    # basket of greens
    o = random.Random(6)
    c += "".join(leaf(560 + k * 17, 520, 120 + (k * 37) % 50, 28, -130 + k * 8.4, (L7, L5)[k % 2], (L5, L3)[k % 2], L9) for k in range(10))
    for x, y, r in ((574, 500, 46), (704, 504, 44)):
        c += shaded(f"M{x-r},{y}A{r},{r} 0 1 1 {x+r},{y}A{r},{r} 0 1 1 {x-r},{y}Z", L3, pa(f"M{x+r*.2},{y-r}Q{x+r*.8},{y} {x},{y+r}L{x+r},{y+r}L{x+r},{y-r}Z", L5) + pa(f"M{x-r},{y}Q{x-r*.6},{y-r*.8} {x},{y-r*.9}Q{x-r*.7},{y-r*.1} {x-r*.3},{y+r}L{x-r},{y+r}Z", L1)) + pa(f"M{x},{y+r*.7}Q{x-r*.1},{y} {x-r*.5},{y-r*.6}M{x},{y+r*.5}Q{x+r*.2},{y-r*.2} {x+r*.5},{y-r*.6}", s=P0, w=3, e='opacity=".7"')
    c += "".join(hong(x, y, 30, o.randint(-12, 12)) for x, y in ((620, 512), (662, 516), (640, 470)))
    c += basket(640, 528, 126, 90)
    return svg(800, 800, P1, c)


@pic
def s_menla():
    """Leaf-yeast cakes in rice husk on a winnowing tray, with the herbs."""
    c = tabletop(232, "#CDB58A", (404, 640, 350, 60), TOPL, 0.35)
    c += rc(0, 690, 800, 62, I9) + bro(0, 697, 800, 48)
    c += flat_tray(400, 500, 344, 184, 26)
    o = random.Random(12)
    husk = {k: [] for k in (C7, "#C9A55C", C3)}
    for _ in range(240):
        a, q = o.uniform(0, 6.3), math.sqrt(o.random())
        x, y, t, l = 400 + math.cos(a) * q * 280, 506 + math.sin(a) * q * 130, o.uniform(-0.9, 0.9), 9
        husk[o.choice(list(husk))].append(f"M{x:.0f},{y:.0f}l{l*math.cos(t):.0f},{l*math.sin(t):.0f}")
    c += el(404, 512, 286, 136, "#D9B878") + "".join(pa("".join(v), s=k, w=5) for k, v in husk.items())
    n = 0
    for yy, xs, r in ((424, (270, 384, 498), 50), (486, (206, 326, 446, 562), 54), (560, (262, 392, 520), 58)):
        for x in xs:
            n += 1
            c += el(x + 8, yy + r * 0.5, r * 1.04, r * 0.5, W7, 'opacity=".3"') + yeast(x, yy, r, True, n)
    # herbs
    c += pa("M640,470Q690,380 760,330", s=L9, w=7)
    for x, y, l, r in ((760, 330, 90, -50), (726, 356, 110, -120), (738, 352, 100, 16), (690, 396, 120, -140), (700, 392, 110, 30), (662, 436, 110, -170), (672, 430, 100, 50)):
        c += leaf(x, y, l, 26, r, L7, L5, L9)
    c += leaf(70, 430, 150, 34, -36, L7, L5, L9) + leaf(64, 440, 140, 30, -78, L7, L5, L9) + leaf(60, 446, 120, 28, 4, L7, L5, L9)
    return svg(800, 800, "#E8EBDA", c)
