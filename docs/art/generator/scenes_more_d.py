"""Trail, radio studio, notice board, repair bench."""

from .scenes import *
from .things_more import *

ANH_QUAN = Person(sex="m", age="young", face="square", skin="fair", hair="wavy", wear="tee", top=C7, eyes="open", bottom=W7)
CHI_YEN = Person(age="young", face="heart", skin="tan", hair="tail", wear="shirt", top=M5, under=P0, eyes="open", bottom=I9)
CHI_PHUONG = Person(age="young", face="oval", skin="tan", hair="bun", wear="shirt", top=P0, under=I7, eyes="down")
ANH_VINH = Person(sex="m", age="middle", face="oval", skin="brown", hair="crew", glasses=True, wear="apron", top=I2, under=I7, eyes="down")


def backpack(c, x=0, y=0, strip=False):
    """Backpack behind a walker's shoulders, in the local units of a Person facing right."""
    d, hi = ramp(c)
    o = rc(-190, 120, 150, 60, hi, 28) + shaded("M-210,190Q-210,160 -176,160H-40V470Q-130,500 -190,470Q-216,440 -210,190Z", c, pa("M-120,150H-30V500H-110Q-80,320 -120,150Z", d) + pa("M-220,150H-170Q-190,320 -180,500H-220Z", hi, e='opacity=".6"') + rc(-220, 250, 200, 16, d))
    o += rc(-206, 330, 110, 116, d, 18) + rc(-206, 330, 50, 116, hi, 18, 'opacity=".4"') + pa("M-196,360h90", s=hi, w=5)
    return o + (bro(-208, 276, 168, 36) if strip else "")


def strap(x, y, s, c):
    """The strap over the near shoulder, in picture units of the same figure."""
    return g(pa("M-62,140Q-40,220 -88,300", s=ramp(c)[0], w=22) + pa("M62,140Q70,220 60,290", s=ramp(c)[0], w=18), f"translate({x},{y}) scale({s})")


@pic
def trail():
    """Three walkers with backpacks on a path over the hills."""
    c = sun(250, 150, 72) + hill(ridge(250, 80, 151), I2) + hill(ridge(330, 60, 154), I3) + mist(330, 5) + hill(ridge(410, 44, 157), "#5D8FA0", extra='opacity=".8"') + mist(430, 15, o=0.45)
    c += hill([(-60, 520), (180, 430), (420, 470), (700, 400), (940, 360), (1260, 430)], L5)
    c += pa("M930,362Q890,400 960,430Q1030,466 900,496Q820,520 860,560L960,560Q900,524 980,500Q1090,464 1010,424Q950,392 950,362Z", "#E3D2A8") + house(980, 404, 0.34) + tree(960, 398, 70) + tree(1096, 412, 96) + tree(1140, 424, 76) + tree(230, 448, 90) + tree(290, 458, 70)
    c += hill([(-60, 610), (200, 560), (520, 560), (860, 552), (1260, 600)], L3) + "".join(tree(x, y, h) for x, y, h in ((60, 610, 220), (1150, 610, 240), (1080, 596, 150)))
    c += pa("M860,552Q760,590 700,620Q420,700 -40,720V800H700Q1000,720 960,640Q950,590 960,556Z", "#E3D2A8") + pa("M960,556Q950,590 960,640Q1000,720 700,800H640Q940,716 910,640Q890,590 930,554Z", "#C9B583")
    c += "".join(el(x, y, w, w * 0.32, "#C9B583") for x, y, w in ((520, 740, 22), (300, 760, 16), (760, 690, 14), (620, 770, 12), (180, 736, 12), (830, 620, 9)))
    people = (
        (830, 676, 0.36, CHI_YEN.but(turn=0.6, gaze=1), D5, dict(L=(792, 560), R=(884, 540), hl="relax", hr="fist", ar=-30, orr=0.4), False),
        (620, 722, 0.42, ANH_QUAN.but(turn=0.6, gaze=1, mouth="open", hat="cap", hatc=L7), I7, dict(L=(584, 590), R=(732, 336), hl="relax", hr="point", ar=-40, orr=1), True),
        (390, 766, 0.44, ANH_KHACH.but(turn=0.6, gaze=1), L7, dict(L=(340, 640), R=(470, 606), hl="relax", hr="fist", ar=-20, orr=0.4), False),
    )
    for x, y, s, p, q, kw, st in people:
        hy = y - 1002 * s
        f = stand(p, x, y, s, pose="walk", behind=backpack(q, strip=st), **kw)
        c += el(x, y - 2, 150 * s, 15 * s, W7, 'opacity=".35"')
        stick = pa(f"M{kw['R'][0]+8},{kw['R'][1]-40}L{kw['R'][0]+30},{y-4}", s=W7, w=7) if kw["hr"] == "fist" else ""
        c += f.left + f.body + strap(x, hy, s, q) + stick + f.right
    c += "".join(leaf(x, 800, l, w2, -90 + a, L9, L7) for x, l, w2, a in ((760, 90, 14, -20), (800, 120, 16, 0), (840, 90, 14, 22), (1000, 110, 16, -10), (1040, 80, 13, 18)))
    return svg(1200, 800, "#F8EFDF", c + branch_corner(True, seed=6))


ANH_KHACH = Person(sex="m", age="middle", face="long", skin="sun", hair="short", wear="shirt", top=I5, under=P0, eyes="open", bottom=I9, hat="non")


def microphone(x, y, s=1):
    """Desk microphone on an arm; (x, y) = the head of it."""
    o = rc(-26, -62, 52, 92, I9, 26) + rc(-20, -56, 40, 54, STEEL, 20) + rc(-20, -56, 16, 54, SILVER, 12) + pa("M-20,-40h40M-20,-26h40M-20,-12h40M-7,-56v54M7,-56v54", s=I9, w=2.4) + rc(-30, 2, 60, 10, C5, 3)
    return g(o, f"translate({x},{y}) scale({s})")


@pic
def radio_studio():
    """The ward's radio studio: a reader at the microphone, the lamp lit in marigold."""
    c = rc(0, 0, 1200, 800, "#DDE3E6") + rc(0, 0, 1200, 560, I2, 0, 'opacity=".35"') + rc(0, 560, 1200, 240, "#C2A577")
    for j in range(4):
        for i in range(12):
            x, y = i * 100, 20 + j * 100
            c += rc(x + 5, y + 5, 90, 90, (I3, "#8EA2CC")[(i + j) % 2], 4) + pa(f"M{x+5},{y+5}L{x+50},{y+50}L{x+5},{y+95}Z", P0, e='opacity=".22"') + pa(f"M{x+95},{y+5}L{x+50},{y+50}L{x+95},{y+95}Z", I7, e='opacity=".18"')
    c += rc(0, 424, 1200, 14, W7) + rc(0, 438, 1200, 130, "#E9E2D0")
    c += rc(120, 90, 300, 270, I9, 6) + window(130, 100, 280, 246, 13, W7, sash=False)
    c += pa("M330,334V190", s=W9, w=8) + g(pa("M0,-12L46,-30V30L0,12Z", I7) + el(46, 0, 9, 30, I5) + el(46, 0, 4, 12, C5) + rc(-14, -10, 18, 20, I9, 3), "translate(334,196)") + g(pa("M0,-12L46,-30V30L0,12Z", I7) + el(46, 0, 9, 30, I5) + rc(-14, -10, 18, 20, I9, 3), "translate(326,196) scale(-1,1)")
    c += rc(480, 70, 240, 92, I9, 14) + rc(492, 82, 216, 68, C5, 9) + rc(492, 82, 80, 68, C3, 9, 'opacity=".7"') + star(526, 98, 5, I9) + rc(580, 104, 96, 11, I9, 5) + rc(580, 124, 64, 9, I9, 4)
    c += el(960, 200, 74, 74, W7) + el(960, 200, 62, 62, P0) + "".join(rc(-3, -56, 6, 12, I9, 0, f'transform="translate(960,200) rotate({a})"') for a in range(0, 360, 30)) + pa("M960,200L930,176M960,200L984,162", s=I9, w=7) + el(960, 200, 7, 7, D5)
    f = draw(CHI_PHUONG.but(turn=-0.35, mouth="talk", tilt=-2), 640, 330, 0.94, L=(540, 622), R=(742, 618), hl="grip", hr="grip", al=-40, ar=-140)
    c += f.body
    # headphones
    c += g(pa("M-84,30Q-104,-104 0,-124Q104,-104 84,30", s=I9, w=15) + pa("M-84,10Q-92,-84 -20,-116", s=I5, w=5) + rc(-100, 6, 34, 62, I7, 15) + rc(-100, 6, 14, 62, I5, 8) + rc(66, 6, 34, 62, I9, 15), "translate(640,353) scale(.94) rotate(-2)")
    c += table(90, 630, 1020, 180, strip=True)
    # mixer, paper, arm of the microphone
    k = Sheet(926, 566, 220, 276, 70)
    c += k.quad(0, 0, 1, 1, I9) + k.quad(0, 0, 1, 0.12, I7) + pa("M788,634L788,646H1064V634Z", "#0F1930")
    for i in range(7):
        u = 0.08 + i * 0.13
        c += k.line(u, 0.42, u, 0.9, I5, 4) + el(*k.at(u, 0.26), 7, 5, (C5, L5, D5, C5, L5, D5, C5)[i]) + k.quad(u - 0.035, (0.5, 0.7, 0.58, 0.44, 0.74, 0.6, 0.52)[i], u + 0.035, (0.5, 0.7, 0.58, 0.44, 0.74, 0.6, 0.52)[i] + 0.14, P0)
    c += pa("M536,560L764,556L780,640L520,644Z", P0) + pa("M700,557L764,556L780,640L712,641Z", P2) + pa("M562,578h150M560,594h176M556,610h130M554,626h160", s=I3, w=5)
    c += f.left + f.right
    c += rc(250, 606, 130, 24, I9, 8) + rc(262, 596, 106, 14, STEEL, 6) + pa("M316,600L300,470L520,384", s=STEEL, w=13) + pa("M312,598L296,468L518,382", s=SILVER, w=4) + el(300, 470, 14, 14, I9) + pa("M520,384L534,392", s=I9, w=14)
    c += g(microphone(0, 0, 1), "translate(548,424) rotate(-34)")
    c += cup(190, 634, 1.1)
    return svg(1200, 800, P2, c)


def notice(x, y, w, h, c=P0, head=I7, lines=3, pic_=None, rot=0):
    o = rc(0, 0, w, h, c, 2) + rc(w * 0.68, 0, w * 0.32, h, INK, 0, 'opacity=".06"') + rc(w * 0.1, h * 0.1, w * 0.62, max(6, h * 0.08), head, 2)
    t = h * 0.28
    if pic_:
        o += rc(w * 0.1, t, w * 0.8, h * 0.3, L1, 2) + pic_
        t += h * 0.38
    o += "".join(rc(w * 0.1, t + k * h * 0.13, w * (0.8, 0.66, 0.74, 0.5)[k % 4], 5, I3, 2) for k in range(lines)) + el(w / 2, 4, 6, 6, C5) + el(w / 2 - 2, 2, 2.4, 2.4, P0)
    return g(o, f"translate({x},{y}) rotate({rot})")


@pic
def notice_board():
    """The notice board before the community house; two people read."""
    c = flat_hills(161, 190, (160, 120, 60)) + hill(ridge(310, 26, 169), L5) + tree(60, 590, 330) + tree(1150, 590, 340)
    c += hill([(-60, 560), (600, 548), (1260, 566)], L3) + tiled_house(180, 590, 840, 250, D7, P1, 1, 4) + rc(160, 586, 880, 18, GREY)
    c += hill([(-60, 606), (600, 598), (1260, 610)], "#DCCCAE") + hill([(-60, 776), (600, 764), (1260, 780)], L7)
    c += el(600, 722, 300, 13, W7, 'opacity=".35"')
    for x in (330, 850):
        c += rc(x, 170, 22, 552, W7) + rc(x, 170, 8, 552, W5)
    c += pa("M270,190L330,116H870L930,190Z", I7) + pa("M270,190L330,116H540L500,190Z", I5, e='opacity=".7"') + pa("M284,172H916M300,152H900M314,134H886", s=I9, w=3, e='opacity=".6"') + rc(262, 186, 676, 14, I9, 4)
    c += rc(322, 214, 558, 340, W9, 5) + rc(336, 228, 530, 312, W5) + rc(336, 228, 180, 312, TOPL, 0, 'opacity=".45"') + bro(336, 228, 530, 28)
    c += notice(356, 272, 104, 140, P0, L7, 5) + notice(478, 268, 120, 112, C1, D7, 4, rot=-2) + notice(616, 272, 106, 150, P0, I7, 2, hong(53, 64, 20)) + notice(742, 270, 104, 104, L1, L7, 4, rot=2)
    c += notice(360, 428, 120, 96, I1, I7, 4, rot=1) + notice(496, 396, 98, 130, P0, M7, 5) + notice(618, 438, 108, 88, P1, D7, 3, rot=-1) + g(rc(0, 0, 100, 136, P0, 2) + qr_code(17, 20, 66, 5) + rc(18, 100, 64, 8, L7, 3) + rc(26, 116, 48, 6, I3, 2) + el(50, 4, 6, 6, C5), "translate(744,392)")
    a = stand(ONG_SAN.but(turn=0.5, top=D7, pattern=None, hair="receding"), 490, 782, 0.5, L=(440, 560), R=(652, 402), hl="relax", hr="point", ar=-24, orr=0.6, back=True)
    b = stand(CHI_LAN.but(turn=-0.5, hair="tail", top=I5, pattern="flowers", skin="tan"), 764, 786, 0.47, L=(734, 520), R=(812, 590), hl=None, hr="relax", back=True)
    c += el(490, 784, 86, 9, W7, 'opacity=".4"') + el(764, 788, 80, 9, W7, 'opacity=".4"')
    c += a.right + a.body + a.left + b.left + b.body + b.right
    return svg(1200, 800, "#F8EFDF", c)


@pic
def repair_bench():
    """Soldering bench: a workman mends a sensor box, his tools on the wall."""
    c = room("#E4E6DE", "#C2A577", 580) + rc(110, 60, 620, 330, W7, 5) + rc(122, 72, 596, 306, W5) + rc(122, 72, 200, 306, TOPL, 0, 'opacity=".45"') + "".join(el(150 + i * 30, 96 + j * 30, 2.4, 2.4, W9, 'opacity=".35"') for i in range(19) for j in range(10))
    tool = {
        "screw": lambda q: rc(-8, 0, 16, 52, q, 6) + rc(-8, 0, 6, 52, P0, 6, 'opacity=".3"') + rc(-3.5, 52, 7, 62, STEEL),
        "spanner": lambda q: pa("M-16,0Q-24,22 -7,34V96Q-24,108 -16,130H-8V112H8V130H16Q24,108 7,96V34Q24,22 16,0H8V18H-8V0Z", STEEL) + pa("M-16,0Q-24,22 -7,34V96Q-24,108 -16,130H-10Q-14,110 -2,98V30Q-16,18 -10,0Z", SILVER),
        "pliers": lambda q: pa("M-4,40Q-30,70 -22,124M4,40Q30,70 22,124", s=q, w=13) + pa("M-12,40L-6,-4H6L12,40Q0,52 -12,40Z", STEEL) + el(0, 38, 7, 7, I9),
        "hammer": lambda q: rc(-6, 10, 12, 112, W9, 4) + rc(-30, -4, 60, 26, STEEL, 4) + rc(-30, -4, 60, 9, SILVER, 4),
        "coil": lambda q: '<circle cy="34" r="30" fill="none" stroke="%s" stroke-width="13"/><circle cy="34" r="30" fill="none" stroke="%s" stroke-width="3"/>' % (q, I9),
        "saw": lambda q: pa("M-18,0H18V36L12,130H-6Z", STEEL) + rc(-22, -8, 44, 40, q, 9),
    }
    for k, (x, y, n, q) in enumerate(((166, 96, "screw", D7), (206, 96, "screw", I7), (246, 96, "screw", C5), (306, 92, "spanner", I7), (356, 92, "spanner", I7), (640, 104, "hammer", I7), (170, 252, "pliers", L7), (240, 252, "pliers", D7), (312, 246, "coil", D5), (376, 246, "coil", L5), (420, 96, "screw", L7), (460, 96, "screw", D5), (526, 98, "coil", I5), (582, 92, "pliers", I7), (654, 244, "saw", D7))):
        c += rc(x - 3, y - 12, 6, 14, W9, 3) + g(tool[n](q), f"translate({x},{y})")
    c += window(806, 80, 250, 250, 4)
    f = draw(ANH_VINH.but(turn=0.3, tilt=4), 508, 330, 0.94, L=(520, 600), R=(742, 500), hl="grip", hr=None, al=10, ol=-1, orr=1)
    c += f.body + f.right + rc(60, 620, 1080, 26, W5, 5) + rc(60, 620, 1080, 8, TOPL, 4) + rc(84, 646, 1032, 170, W7) + rc(84, 646, 1032, 12, W9, 0, 'opacity=".45"') + rc(110, 700, 300, 90, W9, 4) + rc(116, 706, 288, 84, W7, 3) + rc(230, 734, 60, 14, C7, 6) + rc(790, 700, 300, 90, W9, 4) + rc(796, 706, 288, 84, W7, 3) + rc(910, 734, 60, 14, C7, 6) + bro(84, 662, 1032, 24)
    # the opened box
    base, c = c, ""
    c += el(650, 622, 190, 9, INK, 'opacity=".2"')
    c += pa("M560,620L548,548H760L748,620Z", P0) + pa("M700,548H760L748,620H700Z", P3) + pa("M548,548L566,532H742L760,548Z", L9) + rc(580, 520, 150, 24, L7, 3) + rc(580, 520, 150, 7, L5, 3)
    c += rc(600, 500, 34, 22, INK, 3) + rc(650, 508, 16, 14, STEEL, 2) + rc(676, 496, 14, 26, I5, 5) + rc(700, 506, 20, 14, C5, 2) + "".join(rc(604 + k * 7, 520, 3, 5, SILVER) for k in range(4))
    c += rc(586, 572, 60, 30, I9, 4) + pa("M592,594l12,-12l12,8l20,-14", s=L3, w=4) + el(676, 588, 9, 9, L5) + el(700, 588, 9, 9, C5)
    c += pa("M548,560Q510,570 500,600Q496,618 470,616", s=D5, w=5) + pa("M552,572Q520,584 512,606Q506,620 484,620", s=C5, w=5)
    c = base + g(c, "translate(-36,0)")
    # soldering iron and its stand
    c += f.left
    iron = pa("M0,0L44,-5V5Z", STEEL) + rc(42, -9, 26, 18, C5, 4) + rc(66, -12, 100, 24, D7, 10) + rc(66, -12, 100, 9, D5, 6)
    c += pa("M810,474Q870,440 900,540Q906,590 900,600", s=I9, w=6) + g(iron, "translate(648,508) rotate(-12)") + g(hand("fist", ANH_VINH.tones, 1), "translate(742,504) rotate(-24)")
    c += g(rc(-60, -96, 120, 96, I7, 8) + rc(-60, -96, 42, 96, I5, 8, 'opacity=".6"') + rc(-44, -82, 88, 34, I9, 4) + rc(-34, -72, 46, 14, L3, 2) + el(-26, -24, 13, 13, STEEL) + el(14, -24, 8, 8, C5) + el(40, -24, 8, 8, L5), "translate(916,622)")
    c += pa("M648,490q-10,-16 2,-32q10,-14 0,-30", s=P0, w=6, e='opacity=".8"')
    c += el(262, 620, 96, 8, INK, 'opacity=".2"') + g(el(-46, -54, 52, 52, L9) + rc(-46, -106, 120, 104, L7, 16) + rc(-46, -106, 120, 36, L5, 16) + "".join(rc(-24 + k * 24, -104, 9, 100, L9, 3) for k in range(4)) + el(-50, -54, 46, 46, L5) + el(-50, -54, 24, 24, STEEL) + el(-50, -54, 10, 10, I9) + rc(74, -70, 40, 32, STEEL, 5) + rc(-30, -8, 100, 10, I9, 3), "translate(240,622)")
    return svg(1200, 800, P2, c)
