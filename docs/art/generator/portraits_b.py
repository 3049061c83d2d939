"""Portraits of the second set, second half."""

from .base import *
from .brocade import bro, star
from .figures import Person, draw
from .props import *
from .scenes import pic
from .things import *


def awning(x0, x1, y, h, n, c1=I7, c2=P0):
    w = (x1 - x0) / n
    s = "".join(
        pa(f"M{x0+i*w:.1f},{y}h{w:.1f}v{h}a{w/2:.1f},{w/2:.1f} 0 0 1 {-w:.1f},0Z", (c1, c2)[i % 2]) for i in range(n)
    )
    return s + rc(x0, y + h - 14, x1 - x0, 14, INK, 0, 'opacity=".12"')


@pic
def p_so():
    """Young woman with her laptop; a market stall behind."""
    c = rc(0, 0, 800, 1000, P2) + hill(ridge(330, 50, 61, 800, 5), I2) + hill(ridge(400, 36, 63, 800, 5), L3) + mist(400, 2, 800) + hill([(-60, 500), (400, 480), (860, 510)], L5)
    c += "".join(rc(x, 60, 20, 940, W7) + rc(x, 60, 8, 940, W5) for x in (40, 740)) + awning(-40, 840, 34, 110, 11) + rc(-40, 22, 880, 18, W7) + rc(-40, 22, 880, 7, W5)
    c += rc(-20, 596, 840, 28, W5) + rc(-20, 596, 840, 9, TOPL) + rc(0, 624, 800, 400, W7) + bro(-12, 640, 824, 48) + pa("".join(f"M0,{730+k*50}h800" for k in range(6)), s=W9, w=3, e='opacity=".35"')
    c += "".join(hong(x, y, r) for x, y, r in ((88, 536, 36), (148, 538, 38), (206, 536, 34), (118, 492, 34), (176, 494, 34))) + basket(146, 546, 104, 54)
    c += jar(612, 598, 72, 112, "#E3A31C", 0.82, D7) + jar(694, 598, 78, 128, "#D98E1E", 0.84, W7)
    p = Person(age="young", face="oval", skin="fair", hair="side", wear="jacket", top=L7, under=P0, eyes="open", turn=0.25, gaze=0.2, mouth="smile", tilt=2)
    f = draw(p, 396, 360, 1.4, L=(292, 830), R=(524, 682), hl="grip", hr="flat", al=-8, ar=176, H=640)
    lap = shaded("M-172,-112Q-172,-124 -160,-124L160,-124Q172,-124 172,-112L172,112Q172,124 160,124L-160,124Q-172,124 -172,112Z", I9, pa("M-180,-130L-10,-130L-110,130L-180,130Z", I7))
    lap += pa("M-166,124L166,124Q162,136 150,136L-150,136Q-162,136 -166,124Z", STEEL) + star(-12, -20, 12, C5)
    return svg(800, 1000, P1, c + f.body + g(lap, "translate(404,756) rotate(-5)") + f.left + f.right)


@pic
def p_nhasan():
    """Husband and wife before their house on stilts."""
    c = hill(ridge(360, 50, 21, 800, 5), I2) + hill(ridge(430, 40, 25, 800, 5), I3) + mist(430, 8, 800) + hill(ridge(520, 24, 27, 800, 5), L5)
    c += palm(90, 640, 470, L7, L5, W7, -20) + palm(724, 650, 520, L7, L5, W7, 24)
    c += hill([(-60, 610), (400, 596), (860, 612)], L3) + house(62, 660, 2.25) + hill([(-60, 760), (400, 740), (860, 764)], "#A9CB95") + hill([(-60, 900), (400, 880), (860, 904)], L5)
    wife = Person(hat="khan", age="middle", face="round", skin="tan", wear="cham", top=I7, hair="pulled", eyes="open", turn=0.15)
    man = Person(sex="m", age="middle", face="square", skin="sun", hair="crew", beard="moustache", wear="shirt", top=P0, eyes="smile", turn=-0.2)
    h = draw(man, 500, 372, 1.16, L=(312, 610), R=(694, 560), hl=None, hr="open", ar=-62, orr=1, H=640)
    w = draw(wife, 258, 422, 1.12, L=(152, 782), R=(366, 782), hl="grip", hr="grip", al=14, ar=166, H=640)
    tray = el(258, 836, 128, 30, W9) + bro(188, 846, 140, 36) + el(258, 826, 128, 30, W7) + el(256, 822, 112, 22, W5)
    tray += g(
        pa("M-70,-34Q-100,-40 -96,-74Q-86,-66 -70,-62Z", D7)
        + shaded("M-76,0Q-90,-84 0,-88Q90,-84 76,0Q60,12 0,12Q-60,12 -76,0Z", D7, pa("M30,-100L100,-100L100,20L40,20Q64,-40 30,-100Z", D9) + pa("M-100,-100L-20,-100Q-60,-50 -46,20L-100,20Z", D5))
        + pa("M72,-62Q110,-64 104,-34Q98,-14 70,-18", s=D9, w=11)
        + el(0, -88, 42, 9, D9) + pa("M-40,-90Q0,-112 40,-90Z", D5) + el(0, -108, 10, 8, D9),
        "translate(240,822) scale(.8)",
    )
    tray += g(pa("M-20,-34L20,-34Q18,0 8,2L-8,2Q-18,0 -20,-34Z", P0) + pa("M6,-34L20,-34Q18,0 8,2L2,2Q10,-14 6,-34Z", P3), "translate(334,836)")
    return svg(800, 1000, "#F8EFDF", c + h.body + h.left + h.right + w.body + g(tray, "translate(0,-40)") + w.left + w.right)


@pic
def p_tho():
    """Welder, goggles on his forehead."""
    c = rc(0, 0, 800, 1000, "#E4DFD3") + rc(0, 720, 800, 280, GREY) + rc(40, 110, 260, 330, W7) + rc(52, 122, 236, 306, P3)
    for k, (x, y) in enumerate(((100, 170), (170, 170), (240, 170), (100, 300), (170, 300), (240, 300))):
        if k % 3 == 0:
            c += rc(x - 6, y, 12, 86, W7, 4) + rc(x - 26, y - 6, 52, 24, STEEL, 5)
        elif k % 3 == 1:
            c += pa(f"M{x},{y+24}V{y+84}", s=STEEL, w=12) + el(x, y + 10, 22, 22, STEEL) + el(x, y + 4, 10, 12, P3)
        else:
            c += rc(x - 4, y, 8, 46, STEEL) + rc(x - 9, y + 42, 18, 46, (D5, L7)[k > 3], 6)
    c += window(520, 120, 230, 280, 5) + "".join(rc(560 + k * 46, 470 + k % 2 * 40, 20, 300 - k % 2 * 40, (STEEL, "#A7ACB8")[k % 2]) + rc(560 + k * 46, 470 + k % 2 * 40, 7, 300 - k % 2 * 40, SILVER) for k in range(5))
    c += rc(530, 640, 260, 16, W7) + rc(530, 640, 260, 6, W5)
    p = Person(sex="m", age="middle", face="square", skin="sun", hair="crew", wear="apron", top=I5, under=W7, eyes="open", turn=0.2, gaze=0.2, beard="moustache")
    s, x, y = 1.4, 400, 346
    f = draw(p, x, y, s, L=(222, 796), R=(584, 772), hl="grip", hr="fist", al=-6, ar=206, H=640)
    gog = (
        pa("M-70,-70Q0,-92 72,-70L70,-52Q0,-74 -68,-52Z", W9)
        + "".join(el(q, -66, 33, 30, INK) + el(q, -66, 24, 21, L9) + pa(f"M{q-24},-66A24,21 0 0 1 {q},-87Q{q-12},-72 {q-14},-50Q{q-22},-56 {q-24},-66Z", L5) for q in (-32, 38))
        + rc(-4, -72, 12, 10, W9)
    )
    c += f.body + g(gog, f"translate({x+4},{y+24*s}) scale({s})") + bro(317, 682, 166, 36)
    torch = pa("M0,70Q20,160 90,170Q190,190 180,320", s=INK, w=15) + rc(-19, -92, 38, 172, D7, 10) + rc(-19, -92, 14, 172, D5, 7) + rc(-13, -136, 26, 50, STEEL, 4) + rc(-13, -136, 10, 50, SILVER, 3) + pa("M0,-132L-30,-206", s=SILVER, w=9)
    c += g(torch, "translate(528,744) rotate(-26)") + gear(314, 816, 96) + f.left + f.right
    c += rc(0, 896, 800, 40, W5) + rc(0, 896, 800, 12, TOPL) + rc(0, 936, 800, 64, W7) + rc(0, 936, 800, 10, W9, 0, 'opacity=".45"')
    return svg(800, 1000, P1, c)


@pic
def p_men():
    """Drying yeast cakes on a winnowing tray."""
    c = sun(150, 180, 74, C5, "#F6CF78") + hill(ridge(340, 56, 71, 800, 5), I2) + hill(ridge(420, 40, 73, 800, 5), I3) + mist(420, 3, 800) + hill(ridge(490, 26, 77, 800, 5), L5)
    c += "".join(tree(x, 580, h) for x, h in ((730, 300), (640, 190), (40, 200))) + hill([(-60, 570), (400, 552), (860, 576)], L3) + rc(0, 680, 800, 320, "#D9C9A6")
    for x0, w in ((-40, 300), (560, 300)):
        c += "".join(rc(x0 + k, 640, 14, 150, W7) + rc(x0 + k, 640, 5, 150, W5) for k in (50, w - 60)) + rc(x0, 632, w, 16, W5, 6) + rc(x0, 632, w, 6, TOPL, 3)
        tx = x0 + w / 2
        c += el(tx, 618, 128, 26, W7) + el(tx, 612, 128, 26, W5) + el(tx, 610, 112, 19, "#DDBE8C") + "".join(yeast(tx + dx, 606 + dy, 19, False) for dx, dy in ((-72, -4), (-30, -9), (14, -9), (56, -5), (-52, 6), (-8, 5), (36, 5), (78, 4)))
        c += bro(x0, 652, w, 30) if x0 < 0 else rc(x0, 652, w, 30, I9)
    p = Person(hat="non", age="middle", face="heart", skin="tan", hair="long", wear="tee", top=M7, eyes="open", turn=-0.15, gaze=-0.1, mouth="open")
    f = draw(p, 400, 346, 1.36, L=(166, 764), R=(636, 764), hl="grip", hr="grip", al=16, ar=164, H=640)
    c += f.body + flat_tray(400, 780, 250, 120, 20)
    n = 0
    for yy, k, r in ((714, 4, 34), (752, 5, 38), (800, 4, 42), (848, 3, 44)):
        for i in range(k):
            n += 1
            c += yeast(400 + (i - (k - 1) / 2) * r * 2.24, yy, r, True, n)
    return svg(800, 1000, "#F8EBCB", c + f.left + f.right)
