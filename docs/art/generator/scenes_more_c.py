"""Solar roof, indigo vat, rice harvest, kitchen."""

from .scenes import *
from .things_more import *


@pic
def solar_roof():
    """A stilt house with solar panels on its roof."""
    c = sun(210, 150, 74) + hill(ridge(300, 60, 111), I2) + hill(ridge(370, 46, 114), I3) + mist(370, 6) + hill(ridge(450, 36, 119), L5) + mist(470, 19, o=0.5)
    c += "".join(tree(x, 600, h, L7, L5) for x, h in ((50, 260), (150, 190), (1070, 210), (1150, 290))) + palm(1010, 606, 320, L7, L5, W7, 34)
    c += hill([(-60, 590), (400, 576), (800, 580), (1260, 590)], L3) + el(600, 618, 380, 18, L7, 'opacity=".5"')
    c += house(282, 622, 2.05)
    # panels follow the slope of the roof
    def at(u, v):
        x0, x1 = 318 + 92 * v, 884 - 88 * v
        return x0 + (x1 - x0) * u, 338 - 160 * v - 9 * math.sin(u * math.pi)

    def cell(u0, v0, u1, v1, f, e=""):
        p = (at(u0, v0), at(u1, v0), at(u1, v1), at(u0, v1))
        return pa("M" + "L".join(f"{x:.0f},{y:.0f}" for x, y in p) + "Z", f, e=e)

    for j in range(2):
        for i in range(5):
            u, v = 0.12 + i * 0.155, 0.09 + j * 0.43
            c += g(cell(u, v, u + 0.146, v + 0.4, W9, 'opacity=".6"'), "translate(6,7)") + cell(u, v, u + 0.146, v + 0.4, STEEL)
            c += cell(u + 0.006, v + 0.02, u + 0.14, v + 0.38, I7)
            for a in range(3):
                for b in range(2):
                    q = u + 0.01 + a * 0.0435, v + 0.035 + b * 0.175
                    c += cell(q[0], q[1], q[0] + 0.039, q[1] + 0.16, I5)
            c += cell(u + 0.006, v + 0.02, u + 0.06, v + 0.38, P0, 'opacity=".14"')
    c += pa("M842,318V440", s=I9, w=5) + rc(822, 420, 40, 54, P0, 5) + rc(848, 420, 14, 54, P3, 5) + rc(830, 430, 18, 12, I9, 2) + el(836, 456, 4, 4, L5)
    c += rc(356, 420, 150, 6, W9) + bro(364, 424, 134, 38)
    f = stand(ANH_TU.but(hat="cap", hatc=I7, turn=-0.6, eyes="open", gaze=-1, wear="vest", top=C7, under=I2, bottom=I9), 868, 704, 0.235, L=(806, 504), hl="point", hr="relax", al=-126, ol=-1)
    k = stand(BA_NONG.but(turn=0.5, eyes="open", gaze=1), 756, 706, 0.225, hl="relax", hr="relax")
    c += el(868, 706, 44, 7, L7, 'opacity=".6"') + el(756, 708, 42, 7, L7, 'opacity=".6"') + str(k) + str(f)
    c += terr(fine([(-60, 712), (300, 704), (700, 716), (1260, 694)]), [L5, L7, "#2E7C57", L9], [0, 30, 56, 84], line=L3)
    return svg(1200, 800, P1, c + branch_corner(True, seed=9))


def vat(x, y, w, h, c="#7A4A33"):
    """Big earthen jar of dye, x = middle, y = ground."""
    d, hi = mix(c, INK, 0.35), mix(c, P0, 0.22)
    bd = f"M{x-w*.4},{y-h}Q{x-w*.62},{y-h*.66} {x-w*.5},{y-h*.3}Q{x-w*.44},{y-h*.06} {x-w*.3},{y}L{x+w*.3},{y}Q{x+w*.44},{y-h*.06} {x+w*.5},{y-h*.3}Q{x+w*.62},{y-h*.66} {x+w*.4},{y-h}Z"
    o = el(x, y, w * 0.46, h * 0.05, INK, 'opacity=".22"')
    o += shaded(bd, c, pa(f"M{x+w*.14},{y-h}Q{x+w*.3},{y-h*.5} {x+w*.08},{y}L{x+w},{y}L{x+w},{y-h}Z", d) + pa(f"M{x-w*.7},{y-h}L{x-w*.26},{y-h}Q{x-w*.46},{y-h*.5} {x-w*.2},{y}L{x-w*.7},{y}Z", hi, e='opacity=".6"') + pa(f"M{x-w*.7},{y-h*.76}Q{x},{y-h*.68} {x+w*.7},{y-h*.76}M{x-w*.7},{y-h*.7}Q{x},{y-h*.62} {x+w*.7},{y-h*.7}", s=d, w=3, e='opacity=".7"') + pa(f"M{x-w*.3},{y-h}q10,{h*.3} 24,0q16,{h*.18} 30,0Z", I7, e='opacity=".8"'))
    o += el(x, y - h, w * 0.44, h * 0.085, d) + el(x, y - h - 3, w * 0.44, h * 0.08, c) + el(x, y - h, w * 0.37, h * 0.06, I9) + el(x - w * 0.06, y - h + 2, w * 0.26, h * 0.034, I7) + el(x - w * 0.12, y - h - 1, w * 0.1, h * 0.014, I3)
    return o


def hung(x, y, w, h, c, seed=1):
    """A length of cloth hanging from a pole at y."""
    r = random.Random(seed)
    d, hi = ramp(c)
    n = max(2, int(w / 44))
    foot = "".join(f"q{-w/n/2:.1f},{r.uniform(8, 18):.0f} {-w/n:.1f},0" for _ in range(n))
    o = shaded(f"M{x},{y}h{w}v{h}{foot}Z", c, pa(f"M{x+w*.68},{y}h{w*.4}v{h+30}h{-w*.3}Q{x+w*.76},{y+h*.5} {x+w*.68},{y}Z", d) + pa(f"M{x},{y}h{w*.24}Q{x+w*.16},{y+h*.5} {x+w*.2},{y+h+20}H{x}Z", hi, e='opacity=".55"') + pa("".join(f"M{x+w*k:.0f},{y+10}q{r.uniform(-8, 8):.0f},{h*.5:.0f} 0,{h}" for k in (0.34, 0.52, 0.84)), s=d, w=3, e='opacity=".7"'))
    return o + rc(x - 2, y - 3, w + 4, 12, hi, 4)


@pic
def indigo_vat():
    """Dyeing with indigo: jars, and cloth drying on poles."""
    c = hill(ridge(230, 40, 131), I2) + hill(ridge(290, 36, 134), I3) + mist(290, 8) + hill(ridge(360, 24, 137), L5) + tree(50, 560, 300) + tree(1160, 560, 310)
    c += hill([(-60, 548), (600, 536), (1260, 552)], L3) + hill([(-60, 650), (600, 636), (1260, 652)], "#D6C49E")
    for x in (120, 610, 1090):
        c += rc(x - 9, 110, 18, 540, W7) + rc(x - 9, 110, 6, 540, W5)
    c += rc(80, 124, 1050, 16, W7, 8) + rc(80, 124, 1050, 6, "#C79B66", 4)
    for k, (x, w, h, q) in enumerate(((150, 120, 330, I3), (286, 140, 366, I5), (444, 130, 300, I2), (642, 120, 310, I7), (780, 140, 370, I9), (938, 124, 326, I5))):
        c += hung(x, 134, w, h, q, k)
    c += "".join(star(828, 200 + k * 84, 6, I3) for k in range(3))
    f = draw(CHI_HONG.but(turn=0.4, eyes="down", tilt=6), 436, 256, 0.78, L=(618, 468), R=(758, 426), hl="fist", hr="fist", al=24, ar=30, lean=5, ol=-0.4, orr=0.6, pose="stand")
    c += vat(200, 720, 210, 210, "#8A5A3C") + vat(1010, 724, 220, 240) + f.body + vat(690, 776, 340, 280, "#8A5A3C")
    cloth = "M626,462Q664,494 704,484Q752,480 786,430Q800,470 778,500Q700,516 644,502Q616,486 626,462Z"
    c += shaded(cloth, I5, pa("M620,452Q650,490 660,520L610,520Z", I3) + pa("M744,474Q776,460 790,424L810,520L744,520Q760,494 744,474Z", I7) + pa("M676,488q6,12 2,20M712,484q4,14 -2,24", s=I7, w=4)) + el(704, 504, 80, 9, I7)
    c += "".join(pa(f"M{x},{y}q-6,10 0,15q6,-5 0,-15Z", I5) for x, y in ((616, 486), (798, 456), (800, 480))) + f.right + f.left
    c += basket(300, 722, 62, 48) + "".join(leaf(300 + k * 16 - 40, 718, 60, 14, -150 + k * 22, (L7, L5)[k % 2], L3) for k in range(6)) + bro(240, 738, 120, 15)
    return svg(1200, 800, "#F8EFDF", c)


def sheaf(x, y, s=1, rot=0):
    """Bound sheaf of ripe rice, y = foot."""
    o = pa("M-26,0L-14,-96L14,-96L26,0Z", "#B7AE62") + pa("M-26,0L-14,-96L-4,-96L-10,0Z", "#CFC67E") + pa("M8,0L6,-96L14,-96L26,0Z", "#8C8A48")
    i = uid()
    ear = "".join(el(m * 3, m * 11 - 6, 9, 5.5, (C3, "#D9A93C", C7)[m % 3], f'transform="rotate(120 {m*3} {m*11-6})"') for m in range(5))
    o += f'<defs><g id="{i}">{ear}</g></defs>' + pa("".join(f"M{k*5},-92Q{k*11},-150 {k*21},-{168-abs(k)*13}" for k in range(-4, 5)), s="#B7AE62", w=5)
    o += "".join(f'<use href="#{i}" transform="translate({k*21},{-(168-abs(k)*13)}) scale({1 if k>=0 else -1},1)"/>' for k in range(-4, 5))
    o += rc(-20, -88, 40, 15, W7, 5) + rc(-20, -88, 18, 6, W5, 3)
    return g(o, f"translate({x},{y}) rotate({rot}) scale({s})")


def gui(x, y, s=1, strip=True):
    """Back basket with two straps, x = middle, y = rim."""
    return g(basket(0, 0, 62, 130) + (bro(-50, 34, 100, 18) if strip else ""), f"translate({x},{y}) scale({s})")


def rice(y, seed, h=40, n=46, W=1200):
    """A row of ripe rice, y = ground."""
    r = random.Random(seed)
    i = uid()
    ear = pa(f"M0,0Q-3,{-h*.6} 4,{-h}M0,0Q-12,{-h*.4} -14,{-h*.7}", s="#9BA653", w=3) + "".join(el(5 + m * 2.4, -h + m * h * 0.11, 5, 3.2, (C3, C5)[m % 2], f'transform="rotate(64 {5+m*2.4:.1f} {-h+m*h*.11:.1f})"') for m in range(4))
    o = f'<defs><g id="{i}">{ear}</g></defs>'
    for k in range(n):
        o += f'<use href="#{i}" transform="translate({k*W/n+r.uniform(-6,6):.0f},{y+r.uniform(-3,3):.0f}) scale({r.choice((1,1,-1))*r.uniform(.86,1.14):.2f},{r.uniform(.86,1.14):.2f})"/>'
    return o


@pic
def rice_harvest():
    """Harvest of sticky rice on the terraces."""
    c = sun(900, 140, 70) + hill(ridge(230, 60, 141), I2) + hill(ridge(300, 50, 144), I3) + mist(300, 9) + hill(ridge(372, 30, 147), L5)
    c += terr(fine([(-60, 330), (240, 380), (560, 440), (860, 390), (1260, 300)]), [L7, "#A9B36A", L5, "#D8C06E", "#BDB768", "#E0C878"], [0, 22, 50, 80, 112, 150], line=C1)
    c += house(880, 372, 0.36) + tree(1010, 372, 90) + tree(1060, 362, 70) + tree(860, 382, 66)
    for x, y, t, q in ((250, 452, I7, "non"), (180, 474, D5, "non"), (1090, 462, L7, "non")):
        c += tiny(x, y, 0.3, top=t, hat=q, arms="fwd")
    c += hill([(-60, 548), (300, 560), (700, 586), (1260, 540)], "#C9BF74") + rice(566, 2, 30, 46) + hill([(-60, 574), (300, 584), (700, 606), (1260, 566)], "#B4B065")
    c += rice(612, 3, 42, 38) + hill([(-60, 626), (600, 644), (1260, 622)], "#D9CB94")
    c += "".join(pa(f"M{x},{y}l-3,-13M{x+6},{y}l2,-15M{x+12},{y}l5,-12", s="#A79A55", w=3.4) for x, y in ((140, 690), (260, 720), (60, 740), (700, 700), (1060, 690), (1140, 730), (860, 742), (980, 726)))
    a = stand(BA_NONG.but(age="middle", face="oval", turn=0.5, eyes="open", gaze=0.6), 440, 770, 0.5, L=(412, 560), R=(530, 500), hl="relax", hr="fist", ar=-20, orr=0.5, pose="walk")
    c += el(440, 772, 80, 9, W7, 'opacity=".35"')
    back = "".join(sheaf(392 + dx, 430, 0.62, rt) for dx, rt in ((-22, -16), (-2, -5))) + gui(376, 410, 0.98)
    c += back + a.body + a.left + sheaf(552, 560, 0.74, 8) + a.right
    b = stand(CHI_SAY.but(turn=-0.5, eyes="down", tilt=-6, top=D5, wear="shirt", bottom=I9, hair="pulled"), 800, 772, 0.48, L=(700, 590), R=(716, 556), hl="fist", hr="fist", al=150, ar=160, lean=-20, pose="walk_l", ol=0.8, orr=0.8)
    c += el(800, 774, 84, 9, W7, 'opacity=".35"') + b.right + b.body
    c += sheaf(676, 670, 0.78, -6) + pa("M690,610Q640,604 634,646Q652,622 694,624Z", STEEL) + rc(688, 606, 34, 13, W7, 5) + b.left
    c += "".join(sheaf(x, y, sc, rt) for x, y, sc, rt in ((960, 740, 0.9, -14), (1010, 744, 0.9, 12), (984, 748, 0.96, 0)))
    return svg(1200, 800, "#F8EFDF", c + hill([(-60, 786), (600, 776), (1260, 790)], L9))


def mould(x, y, s=1, rot=0, n=3):
    """Wooden cake mould with a handle, seen from above."""
    o = rc(-n * 38 - 12, -40, n * 76 + 24, 80, W7, 10) + rc(-n * 38 - 12, -40, n * 76 + 24, 26, W5, 10, 'opacity=".8"') + rc(n * 38 + 8, -15, 96, 30, W7, 12) + rc(n * 38 + 8, -15, 96, 11, W5, 6)
    for k in range(n):
        cx = -n * 38 + 38 + k * 76
        o += rc(cx - 28, -28, 56, 56, W9, 8) + g(star(-14, -14, 4, W5), f"translate({cx},0)")
    return g(o, f"translate({x},{y}) rotate({rot}) scale({s})")


def cake(x, y, s=1, c=P0):
    """Pressed rice-flour cake, y = tray."""
    return g(pa("M-34,0V-18L-24,-40H24L34,-18V0Z", P2) + pa("M-34,-18L-24,-40H24L34,-18Z", c) + pa("M10,0V-18H34V0Z", P3) + pa("M-12,-29h24M0,-35v12M-8,-34l16,10M8,-34l-16,10", s=P3, w=3), f"translate({x},{y}) scale({s})")


@pic
def kitchen():
    """Making rice-flour cakes in a village kitchen."""
    c = room("#E8D8B8", "#C2A577", 580) + boards(1200, 40, 90, n=6) + window(470, 70, 260, 240, 12)
    c += board(70, 190, 280) + "".join(jar(x, 190, w, h, q, 0.78, l, label=False) for x, w, h, q, l in ((110, 54, 80, P1, W7), (176, 48, 66, "#C98A2B", D7), (304, 56, 84, "#8C6A3C", W7))) + pa("M212,190Q204,150 240,150Q276,150 268,190Z", I5) + pa("M212,190Q204,150 240,150L232,190Z", I3)
    c += pa("M840,96H1130", s=W9, w=8) + "".join(pa(f"M{x},96v22", s=STEEL, w=4) + o for x, o in ((876, rc(860, 118, 32, 110, W7, 8) + rc(866, 128, 20, 22, W9, 4) + rc(866, 156, 20, 22, W9, 4) + rc(866, 184, 20, 22, W9, 4)), (950, el(950, 158, 40, 40, W5) + el(950, 158, 32, 32, "#CFA670") + pa("M922,150h56M924,164h52M932,176h36M930,140h40", s=W7, w=2.4)), (1030, rc(1024, 118, 12, 74, W7, 5) + el(1030, 210, 24, 28, W5) + el(1026, 206, 14, 18, TOPL)), (1096, rc(1091, 118, 10, 56, W9, 4) + pa("M1066,174H1126L1116,214H1076Z", STEEL))))
    # the stove
    c += pa("M900,600V430Q900,410 920,410H1120Q1140,410 1140,430V600Z", "#8A5A3C") + pa("M1060,410H1120Q1140,410 1140,430V600H1070Q1090,500 1060,410Z", W9) + pa("M960,600Q956,500 1020,496Q1084,500 1080,600Z", INK) + pa("M986,600Q976,560 1004,536Q1004,558 1018,550Q1018,530 1036,520Q1036,548 1050,556Q1064,576 1056,600Z", C5) + pa("M1006,600Q1004,578 1022,568Q1026,580 1040,580Q1046,590 1042,600Z", C1)
    c += pa("M924,372H1116Q1104,416 1070,418H970Q936,416 924,372Z", I9) + pa("M924,372H990Q980,400 1000,418H970Q936,416 924,372Z", I7) + el(1020, 372, 98, 16, INK) + el(1020, 370, 84, 11, "#E9D8B0") + steam(1010, 356, 1)
    a = draw(BA_NHUNG.but(eyes="down", tilt=4, turn=0.3, wear="apron", top=I7, under=P1, skin="sun", hat="turban", hatc=I9), 360, 340, 0.84, L=(330, 610), R=(468, 590), hl="flat", hr="fist", al=24, ar=24)
    b = draw(CHI_DAO_K.but(turn=-0.5, eyes="down", tilt=-5), 730, 352, 0.82, L=(632, 582), R=(792, 610), hl="relax", hr="flat", al=150, ar=168)
    c += a.body + b.body
    top = "M70,606Q600,590 1130,606L1210,730L-10,730Z"
    c += shaded(top, W5, pa("M70,606Q600,590 1130,606L1136,618Q600,602 64,618Z", TOPL) + pa("M0,652Q600,640 1200,652M0,696Q600,684 1200,696", s=W7, w=3, e='opacity=".5"') + el(410, 640, 170, 22, P0, 'opacity=".55"')) + rc(-10, 728, 1220, 80, W7) + rc(-10, 728, 1220, 9, TOPL) + bro(-10, 748, 1220, 28)
    c += mould(420, 640, 0.86, -6) + a.left + a.right
    c += pa("M540,700L570,628H880L920,700Z", W7) + pa("M552,692L578,634H872L906,692Z", TOPL) + "".join(cake(616 + i * 76, 656, 0.84) for i in range(4)) + "".join(cake(598 + i * 88, 690, 0.96) for i in range(4)) + rc(536, 698, 388, 14, W9, 5)
    c += b.right + cake(628, 616, 0.8) + b.left
    c += pa("M120,640H280Q272,706 232,708H168Q128,706 120,640Z", I5) + pa("M120,640H180Q168,680 190,708H168Q128,706 120,640Z", I3) + el(200, 640, 80, 14, I9) + pa("M128,640Q160,596 204,604Q250,600 272,640Q200,656 128,640Z", P0) + pa("M210,604Q250,602 272,640Q236,648 214,648Q240,620 210,604Z", P2)
    c += mould(1020, 664, 0.62, 8, 2)
    return svg(1200, 800, P2, c)


CHI_DAO_K = Person(age="young", face="oval", skin="tan", hair="lowbun", hat="band", hatc=D7, wear="apron", top=L5, under=P0, eyes="down")
