"""A register of invented people as Excel would save it: drawn by seed, of places and numbers that do not exist."""

import argparse
import random
import zipfile
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from xml.sax.saxutils import escape

TODAY = date(2026, 11, 20)
HEAD = ["姓名", "身份证号", "性别", "出生日期", "住址", "与户主关系", "人户情况", "联系电话", "入住日期", "是否退休",
        "是否党员", "人群类别"]
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂梅建国华玉珍红文波辉力志永健世广义兴良海山仁波宁贵福生龙元全"
GROUPS = ["独居", "空巢", "肢体残疾", "低保", "优抚对象", "退役军人"]
WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]


def identity(order: int, born: date, male: bool, district: int = 1) -> str:
    """A number of place 99xx, which no place has, with its right check sign."""
    body = f"99{order // 499 % 100:02d}{district:02d}{born:%Y%m%d}{order % 499 * 2 + male:03d}"
    return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, WEIGHTS)) % 11]


@dataclass(frozen=True)
class Where:
    """Whose numbers they have (the demo's are of the first district), and in which courts they live."""

    district: int = 1
    courts: tuple[str, ...] = ("荷风苑", "柳岸里", "桂香园", "梅林坊")
    first_building: int = 1


# Into the demo community: its own courts, and buildings behind those that it has.
BESIDE_THE_DEMO = Where(2, ("荷风苑", "菱歌新村", "苇岸家园", "柳浪新村"), 301)


def people(count: int, seed: int = 1, where: Where = Where()):
    """Rows under HEAD; households of one to five at doors of buildings of sixty homes."""
    dice = random.Random(seed)
    order = home = 0
    while order < count:
        court, building = where.courts[home // 60 % 4], home // 240 + where.first_building
        stairwell, floor, door = home % 60 // 20 + 1, home % 20 // 2 + 1, home % 2 + 1
        address = f"{court}{building}栋{stairwell}单元{floor}0{door}"
        family, since = dice.choice(SURNAMES), TODAY - timedelta(days=dice.randrange(30, 9000))
        for member in range(min(dice.choice([1, 2, 2, 3, 3, 3, 4, 4, 5]), count - order)):
            age = dice.randrange(28, 92) if member < 2 else dice.randrange(0, 27)
            born = TODAY - timedelta(days=age * 365 + dice.randrange(300))
            male = dice.random() < 0.489
            name = (family if member != 1 else dice.choice(SURNAMES)) + "".join(
                dice.choice(GIVEN) for _ in range(dice.choice([1, 2, 2])))
            yield [
                name, identity(order, born, male, where.district), "男" if male else "女", born, address,
                "户主" if member == 0 else "配偶" if member == 1 else "子女",
                dice.choice(["常住"] * 8 + ["人户分离", "流动"]),
                f"1380000{dice.randrange(10_000):04d}" if age > 13 and dice.random() < 0.8 else "",
                max(born, since), "是" if age >= 60 else "否", "是" if age > 30 and dice.random() < 0.06 else "",
                dice.choice(GROUPS) if dice.random() < 0.05 else ""]
            order += 1
        home += 1


def sheet(rows, to: Path) -> None:
    """Writes rows as a spreadsheet program does: strings shared, days as numbers with a style."""
    strings: dict[str, int] = {}

    def cell(column: int, row: int, value) -> str:
        place = f"{chr(65 + column)}{row}"
        if value == "":
            return ""
        if isinstance(value, date):
            return f'<c r="{place}" s="1"><v>{(value - date(1899, 12, 30)).days}</v></c>'
        return f'<c r="{place}" t="s"><v>{strings.setdefault(value, len(strings))}</v></c>'

    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        def part(name: str, text: str) -> None:
            archive.writestr(name, declaration + text)

        with archive.open("xl/worksheets/sheet1.xml", "w") as file:
            file.write(f'{declaration}<worksheet xmlns="{main}"><sheetData>'.encode())
            for number, row in enumerate([HEAD, *rows], 1):
                cells = "".join(cell(column, number, value) for column, value in enumerate(row))
                file.write(f'<row r="{number}" spans="1:{len(HEAD)}">{cells}</row>'.encode())
            file.write(b"</sheetData></worksheet>")
        with archive.open("xl/sharedStrings.xml", "w") as file:
            file.write(f'{declaration}<sst xmlns="{main}" uniqueCount="{len(strings)}">'.encode())
            for text in strings:
                file.write(f"<si><t>{escape(text)}</t></si>".encode())
            file.write(b"</sst>")
        part("xl/styles.xml", f'<styleSheet xmlns="{main}"><cellXfs count="2"><xf numFmtId="0"/>'
             '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>')
        part("xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
             '<sheet name="居民" sheetId="1" r:id="rId1"/></sheets></workbook>')
        part("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{package}/relationships">'
             f'<Relationship Id="rId1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
             f'<Relationship Id="rId2" Type="{office}/styles" Target="styles.xml"/>'
             f'<Relationship Id="rId3" Type="{office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>')
        part("_rels/.rels", f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
             f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        part("[Content_Types].xml", f'<Types xmlns="{package}/content-types">'
             '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
             '<Default Extension="xml" ContentType="application/xml"/>'
             f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
             f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>')


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("to", type=Path, help="the new .xlsx")
    parser.add_argument("--rows", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    sheet(people(options.rows, options.seed), options.to)
    print(f"{options.rows} people in {options.to}")
