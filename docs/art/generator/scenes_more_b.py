"""Loan desk, robot car, rain over the drying yard, seedlings."""

from .scenes import *
from .things_more import *

BA_LIEN = Person(age="middle", face="broad", skin="sun", hair="lowbun", wear="cham", top=I7, eyes="open")
ANH_DU = Person(sex="m", age="middle", face="oval", skin="brown", hair="short", beard="moustache", wear="jacket", top=L7, under=P1, eyes="open")
CAN_BO = Person(age="young", face="oval", skin="fair", hair="bob", wear="suit", top=M7, under=P0, eyes="down")


@pic
def loan_desk():
    """An officer of the fund and a couple read the repayment table together."""
    c = room("#E9E5D6", P3, 570) + rc(0, 0, 1200, 76, L7) + rc(0, 76, 1200, 9, C5) + star(586, 20, 5, P0) + rc(400, 34, 150, 11, L3, 5) + rc(650, 34, 150, 11, L3, 5)
    c += window(80, 130, 210, 240, 3) + rc(470, 124, 260, 180, W7, 4) + rc(482, 136, 236, 156, P0)
    c += "".join(rc(506 + k * 42, 268 - h, 28, h, (L5, L5, L7, I5, I7)[k], 2) for k, h in enumerate((30, 48, 66, 88, 108))) + rc(500, 268, 204, 4, INK)
    c += rc(930, 130, 190, 250, W7) + "".join(rc(944, 144 + k * 78, 162, 68, W9) + "".join(rc(950 + j * 25, 150 + k * 78, 21, 62, (L5, I5, D5, I3, C7, L7)[(j + 2 * k) % 6]) + rc(956 + j * 25, 164 + k * 78, 9, 16, P0) for j in range(6)) for k in range(3))
    m = draw(ANH_DU.but(turn=0.5, eyes="down", tilt=4), 268, 342, 0.76, L=(236, 622), R=(352, 612), hl="flat", hr="flat", al=14, ar=24)
    w = draw(BA_LIEN.but(turn=0.6, gaze=0.8, eyes="open"), 448, 366, 0.74, L=(404, 618), R=(540, 596), hl="flat", hr="point", al=20, ar=16, orr=-0.3)
    o = draw(CAN_BO.but(turn=-0.5, tilt=-4, mouth="open"), 836, 348, 0.78, L=(736, 588), R=(912, 612), hl="point", hr="flat", al=166, ar=168)
    c += m.body + w.body + o.body
    top = "M60,596Q600,580 1140,596L1200,716L0,716Z"
    c += shaded(top, W5, pa("M60,596Q600,580 1140,596L1146,608Q600,592 54,608Z", TOPL) + pa("M0,640Q600,626 1200,640M0,684Q600,670 1200,684", s=W7, w=3, e='opacity=".5"'))
    c += rc(0, 714, 1200, 90, W7) + rc(0, 714, 1200, 9, TOPL) + bro(0, 742, 1200, 28)
    s = Sheet(636, 606, 226, 296, 96)
    c += g(s.quad(0, 0, 1, 1, INK, 'opacity=".2"'), "translate(8,7)") + s.quad(0, 0, 1, 1, P0) + s.quad(0.06, 0.06, 0.94, 0.2, L7)
    for k in range(5):
        v = 0.2 + k * 0.148
        c += s.quad(0.06, v, 0.94, v + 0.148, (P0, L1)[k % 2]) if k != 2 else s.quad(0.06, v, 0.94, v + 0.148, C3)
        c += s.quad(0.1, v + 0.05, 0.2, v + 0.1, I9) + s.quad(0.34, v + 0.05, 0.52, v + 0.1, I5) + s.quad(0.62, v + 0.05, 0.78 - k * 0.02, v + 0.1, D5)
    c += "".join(s.line(u, 0.2, u, 0.94, I3, 2) for u in (0.06, 0.28, 0.56, 0.82, 0.94)) + s.line(0.06, 0.94, 0.94, 0.94, I3, 2)
    c += calculator(906, 668, 0.48, 8) + cup(330, 672, 0.9) + cup(444, 684, 0.9) + g(pen(0, 0, 200, c=I5), "translate(980,640) rotate(22) scale(.48)")
    c += m.left + m.right + w.left + w.right + o.right + o.left
    return svg(1200, 800, P2, c)


def robot_car(x, y, s=1):
    """A small car that waters plants, facing right; y = table."""
    o = el(10, 0, 250, 12, INK, 'opacity=".2"')
    o += rc(-190, -112, 330, 62, I5, 12) + rc(-190, -112, 120, 62, I3, 12, 'opacity=".55"') + rc(40, -112, 100, 62, I7, 12) + bro(-176, -92, 300, 20)
    for wx in (-126, 78):
        o += el(wx, -46, 46, 46, INK) + el(wx, -46, 30, 30, GREY) + pa(f"M{wx-26},-46h52M{wx},-72v52M{wx-18},-64l36,36M{wx+18},-64l-36,36", s=STEEL, w=4) + el(wx, -46, 11, 11, C5)
        o += "".join(g(rc(-6, -51, 12, 10, "#0F1930", 2), f"translate({wx},-46) rotate({a})") for a in range(0, 360, 30))
    o += rc(-170, -226, 132, 116, "#DCE5EA", 10) + rc(-166, -186, 124, 74, I3, 8) + rc(-166, -186, 124, 10, I2, 4) + rc(-160, -220, 16, 104, P0, 6, 'opacity=".6"') + rc(-128, -244, 48, 22, I9, 6)
    o += rc(-14, -170, 84, 60, L7, 4) + rc(-14, -170, 84, 60, L5, 4, 'opacity=".3"') + rc(4, -156, 32, 24, INK, 3) + "".join(rc(-6 + k * 16, -126, 9, 9, C3, 2) for k in range(5)) + "".join(rc(44, -158 + k * 14, 18, 6, SILVER, 2) for k in range(3))
    o += pa("M-42,-136Q-26,-152 -14,-140", s=D5, w=5) + pa("M-42,-126Q-26,-134 -14,-126", s=C5, w=5)
    o += pa("M-60,-228Q-40,-290 50,-282Q130,-276 150,-246", s=I9, w=13) + pa("M-60,-232Q-40,-294 50,-286", s=I5, w=4) + rc(86, -150, 14, 44, STEEL) + pa("M93,-150L112,-262", s=STEEL, w=11)
    o += g(pa("M-22,0L22,0L30,22L-30,22Z", STEEL) + rc(-8, -20, 16, 22, I9), "translate(158,-236) rotate(-22)")
    o += rc(120, -136, 46, 34, P0, 10) + el(138, -119, 9, 9, INK) + el(156, -119, 6, 6, C5)
    o += "".join(pa(f"M{px},{py}q-8,12 0,18q8,-6 0,-18Z", I5) for px, py in ((168, -196), (186, -176), (204, -200), (196, -150), (176, -150), (216, -160)))
    return g(o, f"translate({x},{y}) scale({s})")


@pic
def kids_robot():
    """Two pupils build a car that waters plants, in the school garden."""
    c = flat_hills(41, 200, (960, 120, 62)) + hill(ridge(300, 24, 46), L5) + tree(60, 470, 300) + tree(1150, 470, 280) + tiled_house(330, 440, 420, 130, D7, P1, 1, 4)
    c += hill([(-60, 436), (600, 424), (1260, 440)], L3) + "".join(pa(f"M{x0-150},{y}Q{x0},{y-26} {x0+150},{y}L{x0+160},{y+22}L{x0-160},{y+22}Z", W7) + "".join(sprout(x0 - 120 + k * 48, y - 4, 44) for k in range(6)) for x0, y in ((120, 510), (1090, 510)))
    a = draw(EM_VY.but(turn=0.6, eyes="down", tilt=5, hair="bob", face="oval", wear="shirt", top=I5, under=P0), 316, 318, 0.82, L=(300, 616), R=(424, 452), hl="flat", hr="fist", al=10, ar=14, orr=-0.4)
    b = draw(EM_NAM.but(turn=-0.6, gaze=-1, mouth="open", eyes="open", top=C7, glasses=False), 890, 322, 0.82, L=(826, 580), R=(944, 614), hl="grip", hr="flat", al=184, ar=168, ol=0.9)
    c += a.body + b.body + table(120, 624, 960, 190) + a.left
    c += robot_car(562, 626, 0.94)
    c += g(rc(-44, -70, 88, 70, D5, 6) + rc(14, -70, 30, 70, D7, 6) + rc(-52, -80, 104, 20, D7, 4) + rc(-52, -80, 60, 7, D3, 3) + el(0, -78, 42, 7, W9) + sprout(0, -78, 96, L7, L5, L9), "translate(760,626)")
    c += g(rc(-14, -10, 62, 20, C5, 8) + rc(-14, -10, 62, 7, C3, 5) + rc(46, -4, 70, 8, STEEL, 2), "translate(450,462) rotate(28)")
    c += a.right + b.right + b.left
    c += rc(182, 606, 84, 18, D5, 4) + rc(182, 606, 84, 6, D3, 3) + el(204, 597, 10, 10, STEEL) + el(232, 598, 9, 9, STEEL) + pa("M996,620l60,-7", s=STEEL, w=9) + el(1060, 612, 15, 11, STEEL) + el(1064, 611, 8, 6, L3)
    return svg(1200, 800, "#F8EFDF", c)


@pic
def rain_yard():
    """Rain over the drying yard: two people pull the canvas over the noodles."""
    c = rc(0, 0, 1200, 800, "#C9D3E4") + hill(ridge(250, 50, 61), "#A9B7D2") + hill(ridge(316, 40, 65), "#8797BD") + mist(310, 12, o=0.6)
    for y, q, ph in ((128, "#A3B0CC", 40), (96, "#8F9EC1", 150), (56, "#7888AF", 0)):
        lobes = "".join(f"q{w/2},{d} {w},0" for w, d in ((230, 84), (170, 58), (260, 92), (200, 62), (240, 86), (180, 54), (230, 80)))
        c += pa(f"M-{ph+40},0V{y}{lobes}V0Z", q)
    c += hill(ridge(380, 26, 69), "#3E7C62") + house(60, 448, 0.56) + tree(40, 452, 130, L9, L7) + tree(1120, 450, 170, L9, L7) + tree(1040, 444, 110, L9, L7)
    c += hill([(-60, 444), (600, 434), (1260, 450)], "#7FA588") + hill([(-60, 560), (600, 552), (1260, 566)], "#B5AB92") + hill([(-60, 700), (600, 690), (1260, 704)], "#A39A82")
    c += el(340, 716, 170, 14, I2) + el(330, 713, 110, 6, P0, 'opacity=".5"') + el(900, 752, 150, 13, I2) + el(890, 750, 90, 5, P0, 'opacity=".5"')
    c += rack(300, 440, 560, 190, 7, 1.0)
    # canvas: over the rails on the right, being pulled to the left
    sheet = "M470,424Q520,396 640,404Q760,398 884,412L924,640Q880,664 836,642Q790,668 744,644Q700,668 656,642Q610,664 566,626Q520,560 470,424Z"
    c += shaded(sheet, I5, pa("M470,424Q520,396 640,404L610,664L560,640Q510,540 470,424Z", I3, e='opacity=".6"') + pa("M790,400L930,410V680H800Q840,540 790,400Z", I7) + pa("M560,410Q610,540 612,650M660,404Q700,540 700,660M760,402Q800,520 790,660M850,408Q880,540 880,660", s=I7, w=4, e='opacity=".6"') + g(bro(0, 0, 520, 26), "translate(440,424) rotate(-1.6)") )
    c += "".join(el(x, y, 6, 6, P0) for x, y in ((580, 620), (656, 632), (744, 634), (836, 632), (914, 630)))
    f = stand(ANH_TU.but(hat="non", turn=0.6, eyes="down", tilt=-4, top=D5, wear="shirt", bottom=W9, mouth="calm"), 330, 764, 0.46, L=(430, 470), R=(462, 450), hl="fist", hr="fist", al=-20, ar=-20, lean=-11, pose="walk_l", ol=0.6, orr=0.6)
    c += f.right + pa("M462,432Q440,440 430,474Q460,520 500,500L520,440Z", I5) + pa("M462,432Q440,440 430,474L470,470Z", I3) + f.body + f.left
    k = stand(CHI_SAY.but(turn=-0.5, gaze=-0.8, eyes="open", top=L5, wear="tee", bottom=I9), 966, 770, 0.46, L=(892, 622), R=(924, 596), hl="fist", hr="fist", al=170, ar=180, pose="stand")
    c += k.right + k.body + k.left
    c += pa("M912,640L880,720", s=W5, w=4) + rc(872, 708, 10, 34, W9, 3)
    r = random.Random(9)
    for w, o, q in ((3, 0.5, P0), (2, 0.6, I1)):
        drops = ""
        for j in range(9):
            for i in range(11):
                x, y, n = i * 114 + r.uniform(-40, 60), j * 90 + r.uniform(-40, 40), r.uniform(18, 40)
                drops += f"M{x:.0f},{y:.0f}l{-n*.28:.0f},{n:.0f}"
        c += pa(drops, s=q, w=w, e=f'opacity="{o}"')
    c += "".join(el(x, y, 15, 4, "none", f'stroke="{P0}" stroke-width="2.4" opacity=".7"') for x, y in ((120, 640), (240, 610), (700, 700), (600, 746), (780, 724), (1080, 660), (1120, 740), (480, 764), (160, 740), (640, 676)))
    return svg(1200, 800, "#C9D3E4", c + "".join(leaf(x, 800, l, w2, -90 + a, I9, I7) for x, l, w2, a in ((20, 150, 20, 14), (60, 120, 18, -8), (104, 96, 16, 20), (1150, 130, 19, -14), (1190, 160, 20, -22), (1100, 92, 16, 8))))


def seed_tray(x, y, n, w, h, size, seed):
    """Tray of seedlings, x = middle, y = lower edge; n plants a row. One plant is drawn, the others repeat it."""
    r = random.Random(seed)
    o = pa(f"M{x-w*.47:.0f},{y-h}L{x+w*.47:.0f},{y-h}L{x+w/2:.0f},{y-h*.4:.0f}L{x-w/2:.0f},{y-h*.4:.0f}Z", "#3A2A20")
    for j, k in ((0, 0.94), (1, 1.0)):
        i = uid()
        o += f'<defs><g id="{i}">{sprout(0, 0, size, (L7, L5)[j], (L5, L3)[j], (L9, L7)[j])}</g></defs>'
        for m in range(n):
            px = x + (m + 0.5 - n / 2) * w * 0.94 * k / n + r.uniform(-2, 2)
            o += f'<use href="#{i}" transform="translate({px:.0f},{y-h*(0.86-0.34*j):.0f}) scale({r.uniform(0.84, 1.1)*k:.2f})"/>'
    return o + rc(x - w / 2, y - h * 0.44, w, h * 0.44, I9, 4) + rc(x - w / 2, y - h * 0.44, w * 0.4, h * 0.44, I7, 4) + rc(x - w / 2, y - h * 0.44, w, 5, I5, 2)


@pic
def seedlings():
    """Trays of seedlings in a net house."""
    c = rc(0, 0, 1200, 800, "#E4ECDC") + hill(ridge(250, 40, 81), I2) + hill(ridge(310, 30, 85), I3) + mist(310, 3) + hill(ridge(370, 20, 87), L3) + rc(0, 430, 1200, 370, "#C7B48C")
    c += rc(0, 0, 1200, 470, L1, 0, 'opacity=".5"') + pa("".join(f"M{k*40},0V470" for k in range(31)) + "".join(f"M0,{k*40}H1200" for k in range(12)), s=P0, w=1.6, e='opacity=".55"')
    for a, b, t, o in ((300, 900, 190, 8), (150, 1050, 110, 11), (-40, 1240, 20, 15)):
        c += pa(f"M{a},480V{t+190}Q{a},{t} 600,{t}Q{b},{t} {b},{t+190}V480", s=(STEEL, GREY, P0)[(o - 8) // 3 if o < 15 else 2], w=o)
    c += pa("M600,20V190M-40,210L300,380M1240,210L900,380", s=GREY, w=6) + pa("M0,300Q300,340 600,338T1200,300", s=I9, w=4) + "".join(rc(x - 8, y, 16, 20, I5, 4) + pa(f"M{x-18},{y+44}l8,-18M{x},{y+50}v-22M{x+18},{y+44}l-8,-18", s=I3, w=3) for x, y in ((250, 334), (430, 338), (790, 336), (960, 328)))
    c += pa("M520,430L680,430L820,800L380,800Z", "#D9C9A4")
    for side in (-1, 1):
        for j, (x, y, w, n, sz) in enumerate(((300, 470, 200, 7, 40), (330, 540, 270, 8, 50))):
            X = 600 + side * x
            c += rc(X - w / 2 - 14, y - 6, w + 28, 12, W5, 3) + rc(X - w * 0.42, y + 6, 10, 60, W7) + rc(X + w * 0.38, y + 6, 10, 60, W7) + seed_tray(X, y - 4, n, w, 40, sz, j + side)
    for side in (-1, 1):
        X = 600 + side * 380
        c += rc(X - 210, 690, 420, 22, W5, 4) + rc(X - 210, 690, 420, 8, TOPL, 4) + rc(X - 196, 712, 392, 16, W9, 0, 'opacity=".5"') + rc(X - 170, 712, 20, 100, W7) + rc(X + 150, 712, 20, 100, W7) + seed_tray(X, 692, 9, 380, 62, 80, 11 + side)
    f = stand(CHI_SAY.but(turn=-0.3, eyes="down", tilt=-4, wear="apron", top=D5, under=P0), 600, 776, 0.6, L=(506, 436), R=(694, 436), hl="grip", hr="grip", al=24, ar=156)
    c += el(600, 780, 110, 12, W9, 'opacity=".3"') + f.body + seed_tray(600, 474, 6, 214, 54, 62, 5) + bro(493, 450, 214, 20) + f.left + f.right
    return svg(1200, 800, "#E4ECDC", c)
