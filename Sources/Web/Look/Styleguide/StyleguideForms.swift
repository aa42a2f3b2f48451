extension Styleguide {
    var form: HTML {
        let steps = [text("什么事", "What"), text("在哪里", "Where"), text("怎么找您", "You")]
        let acts = Look.acts(
            Look.send(text("送出", "Send"), .big), Look.button(text("回上一步", "Back"), "#back", .plain))
        let body = Look.stepline(steps, now: 2, in: language) + Look.fields(questions, in: language) + acts
        let form = Look.form("/styleguide", frame: frame, rid: "styleguide", files: true, body)
        return Look.section(
            text("问话", "Questions"),
            note: html("标签在上，提示在下，写了就留着。", "Label above, hint below, words kept."), hang: true,
            "<div class=\"page-form\">\(form)</div>")
    }

    private var questions: [Field] {
        [
            Field(
                "what", text("您想说什么事？", "What would you like to tell us?"),
                .area(rows: 4, draft: "styleguide")
            )
            .hint(text("像跟邻居说话一样写就行。写错字没关系。", "As you would tell a neighbour. Spelling does not matter."))
            .limit(500),
            Field(
                "whose", text("谁的事", "Whose matter is it?"),
                .one([
                    Choice("mine", text("我自己的", "Mine")),
                    Choice("family", text("替家里人说", "For my family"), hint: text("老人、孩子，都行", "old or young")),
                    Choice("all", text("大家的", "Everybody's")),
                ])
            ).value("family"),
            Field(
                "help", text("您能帮上什么", "What could you lend a hand with?"),
                .several([
                    Choice("carry", text("搬搬抬抬", "Carrying")), Choice("talk", text("陪着说说话", "Company")),
                ])
            ).chosen(["talk"]).mayBeEmpty(),
            Field(
                "place", text("在哪里", "Where"),
                .select([
                    Choice("12", text("荷风苑12栋", "Hefeng Court 12")),
                    Choice("19", text("荷风苑19栋", "Hefeng Court 19")),
                ])
            ).value("19"),
            Field("day", text("哪天方便", "Which day suits"), .date).value("2026-11-22"),
            Field("many", text("几个人", "How many people"), .number).value("3"),
            Field("photo", text("照片", "Photographs"), .file(accept: "image/*", megabytes: 10, several: true))
                .hint(
                    text("最多4张，每张10MB以内。照片里的位置会抹去。", "Up to 4, each under 10 MB. Their location is erased.")
                )
                .mayBeEmpty(),
            Field("word", text("暗号", "Password"), .password),
            Field("quiet", text("先别公开", "Keep it private"), .tick).hint(
                text("只有社工看得到", "Only the social workers see it")),
        ]
    }

    var faults: HTML {
        let wrong = [
            Field("tel", text("手机号", "Mobile number"), .telephone).value("138 0000 567").autocomplete("tel")
                .hint(text("手机号是11位，您写了10位。", "A number has 11 digits; you wrote 10."))
                .fault(text("少了一位，请对一下", "One digit is missing")),
            Field(
                "by", text("怎么告诉您", "How shall we tell you?"),
                .one([
                    Choice("sms", text("发短信", "By message")), Choice("call", text("打电话", "By telephone")),
                ])
            ).fault(text("请选一样", "Choose one")),
        ]
        return Look.section(
            text("还差一点", "Faults"), hang: true,
            """
            <div class="page-form" data-sample>
            \(Look.faults(wrong, in: language))
            \(Look.fields(wrong, in: language))
            </div>
            """)
    }
}
