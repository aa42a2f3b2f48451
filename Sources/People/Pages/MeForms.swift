import Actions
import Sealing
import Values
import Web

/// The forms of one's own page.
struct MeForms {
    let model: MePage.Model
    let scene: Scene

    var all: [Field] {
        [name, channels] + passwordFields + phoneFields + [endFactor] + tokenFields
    }

    // MARK: Name and channels

    private var name: Field {
        let field = scene.field("name", AccountPhrase.name).limit(40).autocomplete("nickname")
        return scene.fields["name"] == nil ? field.value(model.account.name) : field
    }

    private var channels: Field {
        let offered: [Channel] = [.page, .sms]
        return scene.field(
            "channels", AccountPhrase.channels,
            .several(offered.map { Choice($0.rawValue, scene(AccountPhrase.channel($0))) })
        ).hint(scene(AccountPhrase.channelsHint)).chosen(model.account.channels.map(\.rawValue))
    }

    var profile: HTML {
        let stamp: HTML =
            model.account.phoneIsProved
            ? Look.stamp(scene(AccountPhrase.proved), .done) : Look.stamp(scene(AccountPhrase.notProved))
        let phone: HTML =
            model.phone.map { "\($0) \(stamp)" as HTML } ?? HTML(text: scene(AccountPhrase.noPhone))
        return """
            \(Look.facts([
                (scene(AccountPhrase.phone), phone),
                (scene(AccountPhrase.language), HTML(text: scene(AccountPhrase.languageHint))),
            ]))
            \(scene.form("/me", [name, channels], send: AccountPhrase.keep, .line))
            """
    }

    var roles: HTML {
        if model.roles.isEmpty { return Look.note(HTML(text: scene(AccountPhrase.noRoles))) }
        return Look.rows(
            model.roles.map {
                ListRow(HTML(text: scene(AccountPhrase.roleAt($0.role.title[scene.language], $0.place))))
            })
    }

    var news: HTML? {
        guard let last = model.notices.first else { return nil }
        let rows = model.notices.map {
            ListRow(Look.link($0.text, scene.link(.kept($0.link))), when: scene.moment($0.at))
        }
        let upTo = Field("notice", "", .hidden).value("\(last.id)")
        return Look.section(
            scene(AccountPhrase.notices),
            "\(Look.rows(rows))\(scene.form("/notices/seen", [upTo], send: AccountPhrase.seen, .small))")
    }

    // MARK: Proofs

    private var passwordFields: [Field] {
        let old = scene.field("old", AccountPhrase.oldPassword, .password)
        return (model.account.hasPassword ? [old] : []) + [
            scene.field("new", EntryPhrase.newPassword, .newPassword).hint(
                scene(EntryPhrase.newPasswordHint)),
            scene.field("again", EntryPhrase.again, .newPassword),
        ]
    }

    var password: HTML {
        let note = model.account.hasPassword ? AccountPhrase.passwordNote : .noPassword
        return """
            \(Look.note(HTML(text: scene(note))))
            \(scene.form("/me/password", passwordFields, send: AccountPhrase.changePassword, .line))
            """
    }

    private var phoneFields: [Field] {
        let proof = scene.field("proof", AccountPhrase.oldPassword, .password)
        let code = scene.field("code", AccountPhrase.phoneCode, .number).hint(
            scene(AccountPhrase.phoneCodeHint)
        )
        .autocomplete("one-time-code")
        return [scene.field("phone", AccountPhrase.newPhone, .telephone), proof]
            + (model.sendsCodes ? [code.mayBeEmpty()] : [])
    }

    var phone: HTML {
        guard model.account.hasPassword else {
            return Look.note(HTML(text: PeopleRefusal.needsPassword.text[scene.language]))
        }
        let body: HTML = """
            \(Look.fields(phoneFields, in: scene.language))
            <div class="acts">\(Look.send(scene(AccountPhrase.changePhone), .line))\
            \(if: model.sendsCodes,
                Look.send(scene(AccountPhrase.sendPhoneCode), .small, name: "send", value: "1"))
            </div>
            """
        return """
            \(model.shownCode.map { Look.note(HTML(text: scene(AccountPhrase.phoneCodeDemo($0)))) })
            \(Look.form(scene.link("/me/phone"), frame: scene.frame, rid: scene.rid, body))
            """
    }

    private var endFactor: Field { scene.field("factor-password", AccountPhrase.oldPassword, .password) }

    var factor: HTML {
        if model.account.hasSecondFactor {
            return """
                \(Look.note(HTML(text: scene(AccountPhrase.factorOn))))
                \(scene.form("/me/second/end", [endFactor], send: AccountPhrase.factorEnd, .line))
                """
        }
        return """
            \(Look.note(HTML(text: scene(AccountPhrase.factorOff))))
            \(scene.form("/me/second/begin", [], send: AccountPhrase.factorBegin, .line))
            """
    }

    // MARK: Tokens and sessions

    private var tokenFields: [Field] {
        let rights = scene.visit.house.rights
        let choices = model.rights.compactMap { name in
            rights[name].map { Choice(name, $0.right.title[scene.language], hint: name) }
        }
        let days = scene.field("days", AccountPhrase.tokenDays, .number)
        return [
            scene.field("title", AccountPhrase.tokenTitle).limit(40),
            scene.field("rights", AccountPhrase.tokenRights, .several(choices)).chosen(
                scene.fields.all("rights")),
            scene.fields["days"] == nil ? days.value("90") : days,
        ]
    }

    var tokens: HTML {
        let made: HTML? = model.madeToken.map {
            Look.fineNews(scene(AccountPhrase.tokenOnce), "<p><code>\($0)</code></p>")
        }
        return """
            \(made)\(Look.note(HTML(text: scene(AccountPhrase.tokensLead))))
            \(if: model.tokens.isEmpty, Look.note(HTML(text: scene(AccountPhrase.noTokens))),
                else: Look.rows(model.tokens.map(tokenRow)))
            \(scene.form("/me/tokens", tokenFields, send: AccountPhrase.makeToken, .line))
            """
    }

    private func tokenRow(_ token: PersonalToken) -> ListRow {
        let line = AccountPhrase.tokenLine(token.rights.count, scene.moment(token.expires))
        let end = Look.act(
            scene(AccountPhrase.end), scene.link("/me/tokens/\(token.id)/end"), frame: scene.frame,
            rid: scene.rid)
        return ListRow("<b>\(token.title)</b> \(end)", when: scene(line))
    }

    var leave: HTML {
        Look.acts(
            Look.button(scene(AccountPhrase.sessions), scene.link("/sessions"), .line),
            Look.act(
                scene(AccountPhrase.leave), scene.link("/sign-out"), frame: scene.frame, rid: scene.rid, .line
            ))
    }
}
