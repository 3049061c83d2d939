"""Products of the second set: vinegar, pressed cakes, fish, slicer."""

import math
import random

from .base import *
from .brocade import bro
from .goods_a import tabletop
from .props import *
from .scenes import pic
from .things import *


@pic
def s_giam():
    """Rice vinegar: bottle with a wooden stopper, a bowl of leaf yeast."""
    c = el(400, 370, 300, 300, P1) + tabletop(610, "#B99A6C", (390, 706, 300, 26), o=0.35)
    bd = "M274,196H354V312Q446,346 446,446V672Q446,704 414,704H214Q182,704 182,672V446Q182,346 274,312Z"
    c += rc(272, 130, 84, 84, W5, 8) + rc(272, 130, 34, 84, TOPL, 8) + rc(328, 130, 28, 84, W7, 8) + rc(282, 116, 64, 24, W7, 8)
    c += shaded(
        bd,
        "#DCE5EA",
        rc(182, 372, 270, 340, "#D9A95A")
        + el(314, 372, 118, 15, "#EBC888")
        + rc(374, 180, 80, 540, INK, 0, 'opacity=".14"')
        + rc(206, 390, 24, 290, P0, 12, 'opacity=".6"')
        + rc(284, 200, 14, 110, P0, 7, 'opacity=".65"'),
    )
    c += rc(266, 196, 96, 22, "#C6D2DA", 8) + rc(266, 196, 40, 22, P0, 8, 'opacity=".6"')
    c += rc(200, 466, 228, 170, P0, 4) + bro(200, 466, 228, 34) + rc(252, 528, 124, 18, I9, 3) + rc(270, 562, 88, 10, I3, 3) + rc(278, 586, 72, 10, I3, 3)
    c += rc(374, 466, 54, 170, INK, 0, 'opacity=".10"')
    # bowl
    c += leaf(690, 668, 120, 26, -66, L7, L5, L9) + leaf(480, 668, 110, 24, -112, L7, L5, L9)
    c += "".join(yeast(x, y, r, True, k) for k, (x, y, r) in enumerate(((548, 600, 40), (622, 600, 40), (584, 574, 42), (510, 622, 38), (660, 622, 38), (584, 622, 44))))
    c += shaded("M464,628H706Q698,736 634,746H536Q472,736 464,628Z", I5, pa("M630,620H720V760H610Q672,716 630,620Z", I7) + pa("M450,620H506Q504,690 552,752H450Z", I3, e='opacity=".6"')) + rc(456, 620, 258, 16, I7, 8) + rc(456, 620, 120, 7, I3, 4)
    c += yeast(140, 720, 40, True, 9) + yeast(216, 738, 36, True, 11)
    return svg(800, 800, "#E9E2C9", c)


def block(x, y, w, h, d, c, top=None, side=None):
    """Box seen a little from above: x = left, y = ground; depth goes up and right."""
    top, side = top or mix(c, P0, 0.4), side or mix(c, W9, 0.28)
    return rc(x, y - h, w, h, c) + rc(x, y - h, w * 0.3, h, mix(c, P0, 0.35), 0, 'opacity=".6"') + pa(f"M{x},{y-h}l{d},{-d*.55:.0f}h{w}l{-d},{d*.55:.0f}Z", top) + pa(f"M{x+w},{y-h}l{d},{-d*.55:.0f}v{h}l{-d},{d*.55:.0f}Z", side)


@pic
def s_banhkhao():
    """Pressed rice cakes in bark paper, one cut through."""
    c = tabletop(484, W5, (400, 700, 340, 30), o=0.35) + el(420, 566, 270, 16, W9, 'opacity=".35"')
    paper = "#E8D8B4"

    def wrapped(x, y, w, h, d, strip=False, band=D7):
        o = random.Random(int(x + y))
        s = block(x, y, w, h, d, paper, "#F4EAD0", "#CDB98C")
        s += pa("".join(f"M{x+o.uniform(4,w-24):.0f},{y-o.uniform(6,h-6):.0f}q9,{o.randint(-5,5)} 18,{o.randint(-4,4)}" for _ in range(9)), s="#C2AC7C", w=2)
        s += pa(f"M{x},{y-h}l{w*.5:.0f},{h*.42:.0f}l{w*.5:.0f},{-h*.42:.0f}", s="#CDB98C", w=3) if not strip else ""
        bx, bw = x + w * 0.34, w * 0.32
        s += bro(x, y - h * 0.72, w, h * 0.36) if strip else rc(bx, y - h, bw, h, band) + rc(bx, y - h, bw * 0.36, h, mix(band, P0, 0.25))
        if strip:
            s += pa(f"M{x+w},{y-h*.72}l{d},{-d*.55:.0f}v{h*.36}l{-d},{d*.55:.0f}Z", I9)
        else:
            s += pa(f"M{bx},{y-h}l{d},{-d*.55:.0f}h{bw}l{-d},{d*.55:.0f}Z", mix(band, P0, 0.2))
        return s

    c += wrapped(180, 560, 210, 104, 76) + wrapped(420, 566, 210, 104, 76, band=L7) + wrapped(300, 452, 214, 108, 78, True)
    # opened paper and the cut cake
    c += pa("M96,700L180,628L470,616L690,640L742,712L560,752L300,760Z", "#CDB98C") + pa("M96,696L180,622L470,610L690,634L742,706L560,744L300,752Z", "#F4EAD0") + pa("M470,610L690,634L742,706L560,744Z", paper) + pa("M180,622L300,752M470,610L560,744", s="#CDB98C", w=3)

    def half(x, y, w, h, d, seed):
        o = random.Random(seed)
        s = block(x, y, w, h, d, "#F7F0DF", "#FFFFFF", "#DDCFAE")
        s += rc(x, y - h * 0.68, w, h * 0.36, "#B9813C") + rc(x, y - h * 0.68, w * 0.3, h * 0.36, "#CF9C55")
        for q in range(13):
            px, py = x + 14 + q * (w - 28) / 12, y - h * (0.5 + o.uniform(-0.1, 0.1))
            s += g(el(0, 0, 11, 7.5, (C3, P2, "#E0B565")[q % 3]) + el(-3, -2, 5, 3, P0, 'opacity=".7"'), f"translate({px:.0f},{py:.0f}) rotate({o.randint(-50,50)})")
        s += pa("".join(f"M{x+o.uniform(6,w-6):.0f},{y-h*k+o.uniform(-8,8):.0f}h4" for k in (0.85, 0.16) for _ in range(7)), s="#DDCFAE", w=4)
        return s

    c += el(280, 716, 130, 12, W7, 'opacity=".25"') + half(170, 712, 190, 104, 70, 3) + el(560, 716, 140, 12, W7, 'opacity=".25"') + half(452, 716, 190, 104, 70, 8)
    c += "".join(g(el(0, 0, 15, 10, "#C98A4A") + el(-4, -3, 8, 4, "#E3B27A"), f"translate({x},{y}) rotate({a})") for x, y, a in ((404, 724, 20), (424, 740, -30), (390, 746, 60)))
    c += el(104, 588, 66, 12, W9, 'opacity=".3"') + cup(96, 590, 2.1) + pa("M84,478q-14,-26 4,-50q14,-22 0,-46M114,480q-12,-24 4,-44", s=P0, w=10, e='opacity=".8"')
    return svg(800, 800, "#F1E7D3", g(c, "translate(0,-44)") + rc(0, 750, 800, 50, W5))


def big_fish(x, y, s, rot=0, c=I3, back=I5, seed=1):
    """Carp-like fish, head to the left, about 520 long."""
    body = "M-260,6C-236,-44 -150,-92 -20,-88C80,-84 150,-40 196,-14L196,26C150,56 80,86 -20,86C-140,86 -226,56 -260,6Z"
    fins = pa("M-70,-82C-40,-136 40,-140 96,-98L60,-66Z", back) + pa("M-70,-82C-40,-136 40,-140 96,-98L84,-92Q10,-116 -50,-74Z", I7, e='opacity=".5"')
    fins += pa("M184,-12C214,-34 238,-70 280,-82C268,-40 262,-10 262,6C262,24 270,54 282,92C238,82 214,46 184,26Z", back) + pa("M184,6C230,8 250,40 282,92C238,82 214,46 184,26Z", I7, e='opacity=".6"')
    fins += pa("M-60,80Q-40,124 6,120Q0,96 -4,78ZM90,66Q112,104 146,96Q136,70 132,50Z", back)
    sc = "".join(f"M{-128+i*34+(j%2)*17},{-56+j*26}q14,13 0,26" for j in range(5) for i in range(9 - abs(j - 2)))
    s0 = shaded(
        body,
        c,
        pa("M-280,-10C-180,-66 -60,-60 60,-52C130,-46 170,-20 210,-6L210,-120L-280,-120Z", back, e='opacity=".75"')
        + pa("M-262,14C-180,40 -60,44 60,40C130,38 170,26 210,14L210,110L-280,110Z", P0, e='opacity=".85"')
        + pa("M-262,40C-140,76 40,76 200,30L200,120L-262,120Z", I2, e='opacity=".7"')
        + pa(sc, s=P0, w=3, e='opacity=".55"')
        + pa("M-280,-60L-172,-100Q-128,0 -166,100L-280,100Z", mix(c, back, 0.4))
        + pa("M-280,-60L-232,-80Q-206,0 -240,60L-280,60Z", mix(c, P0, 0.4), e='opacity=".6"')
        + pa("M-172,-84Q-130,0 -166,80", s=I7, w=5, e='opacity=".8"'),
    )
    s0 += pa("M-130,22Q-90,10 -62,34Q-90,58 -124,46Z", back) + el(-206, -16, 16, 16, P0) + el(-207, -15, 9, 9, INK) + el(-210, -19, 3, 3, P0) + pa("M-258,10Q-240,20 -226,18", s=I9, w=4)
    return g(fins + s0, f"translate({x},{y}) rotate({rot}) scale({s})")


@pic
def s_ca():
    """Two fresh fish on a banana leaf in a tray."""
    c = tabletop(300, "#CDB58A", (404, 700, 360, 26), TOPL, 0.35)
    c += pa("M104,352L696,352L768,640L32,640Z", W7) + pa("M104,352L696,352L702,372L98,372Z", W5) + pa("M132,384L668,384L724,622L76,622Z", W9)
    c += pa("M132,398L668,398L724,622L76,622Z", "#9A7047") + rc(32, 640, 736, 62, W7, 4) + rc(32, 640, 736, 12, TOPL, 4) + bro(32, 656, 736, 40)
    lf = "M64,520C150,372 330,352 480,372C610,390 700,440 748,486C660,600 520,628 380,620C230,612 120,580 64,520Z"
    veins = "".join(f"M{120+k*42},{514-k*1.4:.0f}Q{150+k*42},{440} {176+k*44},{370}M{120+k*42},{514-k*1.4:.0f}Q{160+k*42},{580} {196+k*42},{630}" for k in range(14))
    c += el(400, 600, 320, 26, W9, 'opacity=".35"') + shaded(lf, L7, pa("M40,360L800,360L760,486Q400,520 60,520Z", L5) + pa(veins, s=L9, w=3, e='opacity=".45"') + pa("M64,520Q400,520 748,486", s=L3, w=7))
    c += pa("M470,372L486,420L510,376ZM300,616L318,570L344,620Z", "#9A7047")
    for x, y, s, r, cc, b in ((430, 448, 0.94, -5, I3, I5), (384, 548, 1.04, -3, "#9FB0D2", "#5B6F9E")):
        c += el(x, y + 70 * s, 240 * s, 20, L9, 'opacity=".5"') + big_fish(x, y, s, r, cc, b)
    return svg(800, 800, "#E3E9E0", g(c, "translate(0,-62)") + rc(0, 730, 800, 70, "#CDB58A"))


@pic
def s_maythai():
    """Hand-cranked steel slicer for roots; slices fall into a basin."""
    t = tabletop(590, P3, (430, 736, 300, 24), P3, 0.25) + rc(0, 590, 800, 8, W5, 0, 'opacity=".4"')
    c = ""
    # legs and base
    c += "".join(pa(d, f) for d, f in (("M352,470L388,470L352,730L312,730Z", STEEL), ("M352,470L366,470L328,730L312,730Z", SILVER), ("M600,470L636,470L676,730L636,730Z", mix(STEEL, INK, 0.3)), ("M600,470L612,470L650,730L636,730Z", STEEL)))
    c += rc(296, 718, 96, 18, I9, 5) + rc(612, 718, 96, 18, I9, 5) + rc(340, 612, 310, 18, STEEL, 4) + rc(340, 612, 310, 6, SILVER, 3)
    # hopper with roots
    for x, y, r, k in ((414, 172, -13, 0), (478, 158, 3, 1), (540, 176, 15, 0)):
        c += g(shaded("M-22,-92C-40,-40 -46,40 -34,100L34,100C46,40 42,-40 24,-92Q0,-110 -22,-92Z", "#C79B66", pa("M10,-140L60,-140L60,100L16,100Q26,0 10,-140Z", W5) + pa("M-50,-140L-14,-140Q-26,0 -20,100L-50,100Z", "#E0BE90") + pa("M-36,-60q20,12 40,8M-6,-20q24,8 46,-4M-40,14q20,12 44,8M0,50q24,6 40,-4", s=W7, w=3)) + pa("M-10,-100L-16,-124L-4,-118L4,-132L10,-116L20,-122L12,-98Z", L5), f"translate({x},{y}) rotate({r})")
    c += shaded("M356,212H600L566,344H392Z", GREY, pa("M520,200H620L580,350H500Z", STEEL) + pa("M350,200H420L430,350H380Z", P0, e='opacity=".8"')) + rc(346, 200, 264, 20, STEEL, 6) + rc(346, 200, 264, 7, SILVER, 4)
    # housing
    c += shaded("M340,340H640Q656,340 656,356V470Q656,486 640,486H340Q324,486 324,470V356Q324,340 340,340Z", "#C6C9D0", pa("M560,330H670V500H540Z", STEEL) + pa("M310,330H400L376,500H310Z", P0, e='opacity=".8"') + rc(324, 470, 340, 20, STEEL))
    c += bro(330, 436, 108, 28) + "".join(el(x, y, 6, 6, mix(STEEL, INK, 0.4)) for x in (346, 634) for y in (362, 456))
    # chute, slices, basin
    c += pa("M340,394L340,474L214,560L196,520Z", mix(STEEL, INK, 0.25)) + pa("M340,394L340,420L208,546L196,520Z", SILVER)
    o = random.Random(2)
    sl = lambda x, y, r, a: g(el(3, 5, r, r * 0.62, "#C9A877") + el(0, 0, r, r * 0.62, "#F6E9CC") + el(-r * 0.2, -r * 0.12, r * 0.55, r * 0.3, "#FFFFFF"), f"translate({x},{y}) rotate({a})")
    c += "".join(sl(x, y, r, a) for x, y, r, a in ((262, 484, 22, -34), (222, 520, 22, -40), (182, 556, 22, 30), (216, 590, 20, -24), (166, 606, 21, 14)))
    c += el(190, 742, 170, 16, W7, 'opacity=".3"') + "".join(sl(90 + k % 6 * 40 + (k // 6) * 16, 654 - (k // 6) * 16 + o.randint(-4, 4), 28, o.randint(-20, 20)) for k in range(16))
    c += shaded("M40,650H340Q328,736 270,744H110Q52,736 40,650Z", I5, pa("M250,640H360V760H220Q280,720 250,640Z", I7) + pa("M20,640H90Q92,700 130,750H20Z", I3, e='opacity=".6"')) + rc(30, 642, 320, 18, I7, 9) + rc(30, 642, 150, 7, I3, 4)
    # wheel and crank
    c += rc(470, 396, 120, 26, mix(STEEL, INK, 0.3), 6)
    wx, wy, R = 560, 408, 118
    ring = f"M{wx-R},{wy}A{R},{R} 0 1 1 {wx+R},{wy}A{R},{R} 0 1 1 {wx-R},{wy}ZM{wx-R+24},{wy}A{R-24},{R-24} 0 1 0 {wx+R-24},{wy}A{R-24},{R-24} 0 1 0 {wx-R+24},{wy}Z"
    c += "".join(g(rc(-8, -R + 10, 16, R - 10, L7) + rc(-8, -R + 10, 6, R - 10, L5), f"translate({wx},{wy}) rotate({a})") for a in (20, 140, 260))
    c += shaded(ring, L7, pa(f"M{wx+20},{wy-R}Q{wx+R},{wy} {wx-10},{wy+R}L{wx+R},{wy+R}L{wx+R},{wy-R}Z", L9) + pa(f"M{wx-R},{wy+R}L{wx-R},{wy-R}L{wx},{wy-R}Q{wx-R*.8},{wy-R*.6} {wx-R*.7},{wy+R}Z", L5))
    c += el(wx, wy, 28, 28, L9) + el(wx - 3, wy - 3, 20, 20, L5) + el(wx, wy, 9, 9, INK)
    ca = math.radians(-40)
    hx, hy = wx + (R - 12) * math.cos(ca), wy + (R - 12) * math.sin(ca)
    c += el(hx, hy, 14, 14, STEEL) + g(rc(-6, -15, 26, 30, STEEL, 4) + rc(16, -20, 96, 40, W7, 14) + rc(16, -20, 96, 15, W5, 8), f"translate({hx:.0f},{hy:.0f}) rotate(-8)")
    return svg(800, 800, "#D8DFCC", t + g(c, "translate(52,84) scale(.88)"))
