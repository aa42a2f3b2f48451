public import Sheets
import Values

/// The register as a table: the columns in which it comes in and is taken away.
public enum RegisterTable {
    public static let columns = [
        WantedColumn("name", Text("姓名", "Name"), synonyms: ["居民姓名", "名字", "户主姓名"], isRequired: true),
        WantedColumn(
            "place", Text("门牌", "Home"), synonyms: ["住址", "地址", "现住址", "居住地址", "房号", "户"], isRequired: true),
        WantedColumn(
            "identity", Text("身份证号", "Identity number"), synonyms: ["身份证", "证件号码", "证件号", "公民身份号码"]),
        WantedColumn("sex", Text("性别", "Sex"), synonyms: ["gender"]),
        WantedColumn("born", Text("生日", "Birthday"), synonyms: ["出生日期", "出生年月日", "出生"]),
        WantedColumn("relation", Text("和户主的关系", "To the head"), synonyms: ["与户主关系", "关系", "家庭关系"]),
        WantedColumn("standing", Text("户口和人", "Registration"), synonyms: ["人户情况", "户籍情况", "居住类型", "人口类型"]),
        WantedColumn("phone", Text("电话", "Phone"), synonyms: ["手机", "手机号", "联系电话", "联系方式"]),
        WantedColumn("since", Text("哪天起住这里", "Since"), synonyms: ["入住日期", "居住开始", "迁入日期", "入住时间"]),
        WantedColumn("retired", Text("离退休", "Retired"), synonyms: ["是否退休", "退休"]),
        WantedColumn("party", Text("党员", "Party member"), synonyms: ["是否党员", "中共党员"]),
        WantedColumn("groups", Text("属于哪几类", "Groups"), synonyms: ["人群类别", "特殊群体", "重点人群", "类别"]),
        WantedColumn("level", Text("程度、等级", "Level"), synonyms: ["程度", "等级", "残疾等级", "级别"]),
        WantedColumn("basis", Text("凭什么", "Basis"), synonyms: ["依据", "认定依据", "证明材料"]),
    ]

    /// Where somebody is in several groups, their levels and bases stand in the groups' order, parted so.
    static let parted = "；"
    public static let parts: Set<Character> = ["；", ";", "\n"]
}
