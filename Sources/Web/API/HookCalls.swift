import Desk
import Foundation
import LawLanguage
import Reasoning

/// Telling programs of changes, as Standard Webhooks has it.
extension APICalls {
  var hooks: [Operation] {
    [
      Operation(
        id: "addWebhook", method: .post, path: "/webhooks", scope: .hooks, summary: "Be told when a case has changed",
        about:
          "Messages are signed as Standard Webhooks says, name cases only, and are tried for some three days. An answer "
          + "of 410 ends them. The secret is shown now and never again.",
        body: .named(
          "NewWebhook",
          .object([.needed("url", .address, "Where to send it: an https address, without a name or password in it.")])),
        bodyLimit: 4096,
        reply: .init(
          status: .created,
          shape: .object(APICalls.hookFields + [.needed("secret", .words(100), "What signs the messages: whsec_…")]),
          hasLocation: true, meaning: "It will be told."), refusals: [.conflict]
      ) { asked in
        guard let address = asked.body["url"].text.flatMap(HookAddress.init) else {
          throw Refused(.unprocessable, "Write an https address.")
        }
        let (hook, secret): (Hook, [UInt8])
        do { (hook, secret) = try await office.addHook(at: address.text, for: asked.token) } catch let error
          as OfficeRefusal
        {
          if case .tooLarge = error {
            throw Refused(.conflict, "A token has at most \(Office.mostHooks) webhooks; delete one first.")
          }
          throw error
        }
        let more = [JSON.Member(key: "secret", value: .text("whsec_\(Data(secret).base64EncodedString())"))]
        return APICalls.json(.object(APICalls.members(of: hook) + more), status: .created)
          .with("location", "\(Operation.base)/webhooks/\(hook.id)")
      },
      Operation(
        id: "listWebhooks", method: .get, path: "/webhooks", scope: .hooks, summary: "The token's webhooks",
        reply: .init(
          status: .ok,
          shape: .object([
            .needed("items", .list(of: .object(APICalls.hookFields), atMost: Office.mostHooks), "All of them.")
          ]), meaning: "The webhooks.")
      ) { asked in
        let all = try await refusing { try await office.hooks(of: asked.token) }
        return APICalls.json(.object(["items": .list(all.map { .object(APICalls.members(of: $0)) })]))
      },
      Operation(
        id: "readWebhook", method: .get, path: "/webhooks/{id}", scope: .hooks, summary: "One of the token's webhooks",
        reply: .init(status: .ok, shape: .object(APICalls.hookFields), meaning: "The webhook.")
      ) { asked in
        let all = try await refusing { try await office.hooks(of: asked.token) }
        guard let hook = all.first(where: { $0.id == asked.exchange.parameter("id") }) else {
          throw Refused(.notFound, "The token has no such webhook.")
        }
        return APICalls.json(.object(APICalls.members(of: hook)))
      },
      Operation(
        id: "deleteWebhook", method: .delete, path: "/webhooks/{id}", scope: .hooks, summary: "Be told no more",
        reply: .init(status: .noContent, shape: nil, meaning: "Nothing is sent there any more.")
      ) { asked in
        do { try await office.removeHook(asked.exchange.parameter("id"), of: asked.token) } catch let error
          as OfficeRefusal
        {
          if case .noCase = error { throw Refused(.notFound, "The token has no such webhook.") }
          throw error
        }
        return Reply(.noContent)
      },
    ]
  }

  private static let hookFields: [Shape.Field] = [
    .needed("id", .caseID, "Names it."), .needed("url", .words(500), "Where it is sent."),
    .needed("made", .moment, "Since when."),
    .needed("disabled", .orNull(.moment), "Since when nothing is sent: it was answered by 410, or failed for days."),
  ]

  private static func members(of hook: Hook) -> [JSON.Member] {
    [
      JSON.Member(key: "id", value: .text(hook.id)), JSON.Member(key: "url", value: .text(hook.url)),
      JSON.Member(key: "made", value: Moment.written(hook.made)),
      JSON.Member(key: "disabled", value: Moment.written(orNull: hook.disabled)),
    ]
  }
}
