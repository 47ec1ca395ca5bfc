import LawLanguage
import Reasoning

/// Speaks the engine's side of the protocol, for a back end of our own.
package struct Serving<Engine: BackEnd> {
  private var engine: Engine
  private var vocabulary: Vocabulary?

  package init(_ engine: Engine) { self.engine = engine }

  /// The line that answers a line.
  package mutating func answer(_ line: [UInt8]) -> [UInt8] {
    do {
      let message = try Fields(json: line, in: "the line")
      if let load = try message.object("load") { return Message.line(try take(load)) }
      if let decide = try message.object("decide") { return Message.line(try self.decide(decide)) }
      throw SuiteError("the line asks neither to load nor to decide")
    } catch {
      return Message.line(Message.refused(String(describing: error), of: nil))
    }
  }

  private mutating func take(_ load: Fields) throws(SuiteError) -> JSON {
    let format = try load.requiredNumber("format")
    guard format == SuiteLimits.format else {
      throw SuiteError("the format is \(format), and this program speaks the format \(SuiteLimits.format)")
    }
    var files: [SourceFile] = []
    for file in try load.objects("files") {
      files.append(SourceFile(path: try file.requiredText("path"), text: try file.requiredText("text")))
    }
    let law = try LoadedLaw(name: load.requiredText("name"), files: files)
    do {
      try engine.load(law)
    } catch {
      return Message.refused(error.sentence, of: nil)
    }
    vocabulary = law.library.vocabulary
    return Message.loaded(law.name)
  }

  private mutating func decide(_ decide: Fields) throws(SuiteError) -> JSON {
    let id = try decide.requiredText("id")
    let request = try decide.required("request")
    do {
      switch try engine.decide(Inquiry(id: id, request: request)) {
      case .beyond(let why): return Message.beyond(why, of: id)
      case .reply(let reply):
        let fields = try? Fields(request, in: id)
        let place = (try? fields?.text("locality")) ?? (try? fields?.text("jurisdiction"))
        return Message.decision(reply, of: id, zone: place.flatMap { vocabulary?.zone(of: $0) })
      }
    } catch {
      return Message.refused(error.sentence, of: id)
    }
  }
}
