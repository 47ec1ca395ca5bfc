import Desk
import Reasoning

/// The description of the HTTP API that programs read (OpenAPI 3.1), made from the calls themselves.
struct OpenAPIDocument: Sendable {
  let operations: [Operation]

  /// The route at which anybody gets it.
  var route: Route {
    let bytes = Array(json.written().utf8)
    return Route(.get, "/openapi.json", .anybody) { _ in
      Reply(body: bytes).with("content-type", "application/json").with("cache-control", "public, max-age=300")
    }
  }

  var json: JSON {
    .object([
      "openapi": .text("3.1.1"),
      "info": .object([
        "title": .text("Tenth: the desk"), "version": .text("1"),
        "summary": .text("Hand in requests, read their answers, and learn what is due."),
        "description": .text(
          "For the programs of an office, such as a jail management system. A call tells of one case at most, or lists "
            + "cases without whom they are about. None looks for a person, and none takes a roster. What cannot be read "
            + "is kept whole for a person of the office."),
      ]),
      "servers": .list([.object(["url": .text("/")])]),
      "security": .list([.object(["token": .list([])])]),
      "paths": .object(paths),
      "components": .object([
        "securitySchemes": .object([
          "token": .object([
            "type": .text("http"), "scheme": .text("bearer"),
            "description": .text(
              "A token that an administrator of the office made; each call names the scope it needs."),
          ])
        ]),
        "responses": .object(["Problem": problem]), "schemas": .object(schemas),
      ]),
    ])
  }

  private var paths: [JSON.Member] {
    var order: [String] = []
    for operation in operations where !order.contains(operation.path) { order.append(operation.path) }
    return order.map { path in
      let own = operations.filter { $0.path == path }
      return JSON.Member(
        key: Operation.base + path,
        value: .object(own.map { JSON.Member(key: $0.method.rawValue.lowercased(), value: describe($0)) }))
    }
  }

  private func describe(_ operation: Operation) -> JSON {
    var members = [
      JSON.Member(key: "operationId", value: .text(operation.id)),
      JSON.Member(key: "summary", value: .text(operation.summary)),
      JSON.Member(
        key: "description",
        value: .text((operation.about.isEmpty ? "" : operation.about + " ") + "Scope: \(operation.scope.rawValue).")),
      JSON.Member(key: "security", value: .list([.object(["token": .list([])])])),
      JSON.Member(key: "parameters", value: .list(parameters(of: operation))),
    ]
    if operation.takesFile {
      members.append(
        JSON.Member(
          key: "requestBody",
          value: .object([
            "required": .boolean(true), "content": .object(["application/octet-stream": .object([JSON.Member]())]),
          ])))
    }
    if let body = operation.body {
      members.append(
        JSON.Member(
          key: "requestBody",
          value: .object([
            "required": .boolean(true), "content": .object(["application/json": .object(["schema": body.schema])]),
          ]))
      )
    }
    members.append(JSON.Member(key: "responses", value: .object(responses(of: operation))))
    return .object(members)
  }

  private func parameters(of operation: Operation) -> [JSON] {
    func parameter(_ name: String, _ place: String, _ needed: Bool, _ meaning: String, _ schema: JSON) -> JSON {
      .object([
        "name": .text(name), "in": .text(place), "required": .boolean(needed), "description": .text(meaning),
        "schema": schema,
      ])
    }
    let names = operation.path.split(separator: "/").filter { $0.hasPrefix("{") }.map {
      String($0.dropFirst().dropLast())
    }
    var all = names.map { name in
      let shape: Shape =
        switch name {
        case "number": .integer(1...10_000)
        case "id": .caseID
        case "document": .digest
        default: .words(64)
        }
      return parameter(name, "path", true, name == "id" ? "The case." : "Which one.", shape.schema)
    }
    all += operation.parameters.map { parameter($0.name, "query", false, $0.meaning, $0.shape.schema) }
    if operation.keys.idempotency != .none {
      all.append(
        parameter(
          "Idempotency-Key", "header", operation.keys.idempotency == .required,
          "Of your own making. The same call with the same key within two days is done once, and answered the same.",
          .object(["type": .text("string"), "pattern": .text("^[!-~]{1,255}$")])))
    }
    if operation.keys.isConditional {
      all.append(
        parameter(
          "If-Match", "header", true, "The ETag of the case as you have read it.",
          .object(["type": .text("string"), "pattern": .text("^\"[1-9][0-9]{0,8}\"$")])))
    }
    return all
  }

  private func responses(of operation: Operation) -> [JSON.Member] {
    let reply = operation.reply
    var good = [JSON.Member(key: "description", value: .text(reply.meaning))]
    var headers: [JSON.Member] = []
    func header(_ name: String, _ meaning: String) {
      headers.append(
        JSON.Member(
          key: name,
          value: .object(["description": .text(meaning), "schema": .object(["type": .text("string")])])))
    }
    if reply.hasETag { header("ETag", "The version of the case, for If-Match.") }
    if reply.hasLocation { header("Location", "Where it is from now on.") }
    if !headers.isEmpty { good.append(JSON.Member(key: "headers", value: .object(headers))) }
    if let shape = reply.shape {
      good.append(
        JSON.Member(key: "content", value: .object(["application/json": .object(["schema": shape.schema])])))
    }
    if reply.isFile {
      good.append(
        JSON.Member(key: "content", value: .object(["application/octet-stream": .object([JSON.Member]())])))
    }
    let problems = Set(operation.problems.map(\.rawValue)).sorted()
    let refusal = JSON.object(["$ref": .text("#/components/responses/Problem")])
    let members = [JSON.Member(key: String(reply.status.rawValue), value: .object(good))]
    return members + problems.map { JSON.Member(key: String($0), value: refusal) }
      + [JSON.Member(key: "default", value: refusal)]
  }

  private var problem: JSON {
    .object([
      "description": .text("Why the call was not done (RFC 9457)."),
      "content": .object([
        "application/problem+json": .object(["schema": .object(["$ref": .text("#/components/schemas/Problem")])])
      ]),
    ])
  }

  private var schemas: [JSON.Member] {
    var members = [JSON.Member(key: "Problem", value: OpenAPIDocument.problemSchema)]
    for (name, shape) in operations.flatMap({ ($0.body?.names ?? []) + ($0.reply.shape?.names ?? []) })
    where !members.contains(where: { $0.key == name }) {
      members.append(JSON.Member(key: name, value: shape.schema))
    }
    return members
  }

  private static let problemSchema = JSON.object([
    "type": .text("object"),
    "properties": .object([
      "type": .object([
        "type": .text("string"), "description": .text("Says which kind of problem it is, and never changes."),
      ]),
      "title": .object(["type": .text("string")]),
      "status": .object(["type": .text("integer")]),
      "detail": .object(["type": .text("string"), "description": .text("What is wrong and what to do.")]),
      "errors": .object([
        "type": .text("array"),
        "items": .object([
          "type": .text("object"),
          "properties": .object([
            "pointer": .object(["type": .text("string"), "description": .text("JSON Pointer into the body.")]),
            "detail": .object(["type": .text("string")]),
          ]), "required": .texts(["pointer", "detail"]),
        ]),
      ]),
      "case": .object([
        "type": .text("string"), "description": .text("The case in which the body is kept for a person."),
      ]),
    ]),
    "required": .texts(["type", "title", "status", "detail"]),
  ])
}

extension Operation {
  /// The statuses with which it may refuse, those of every call included.
  var problems: [Status] {
    var all: [Status] = [
      .badRequest, .unauthorised, .forbidden, .notAcceptable, .tooManyRequests, .serverError, .unavailable,
    ]
    if path.contains("{") { all += [.notFound, .gone] }
    if body != nil || takesFile { all += [.contentTooLarge, .unsupportedMediaType, .unprocessable] }
    if keys.isConditional { all += [.preconditionFailed, .preconditionRequired] }
    if keys.idempotency != .none { all += [.conflict] }
    return all + refusals
  }
}
