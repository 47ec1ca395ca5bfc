/// An element to be filled: `p { "Text" }`, `div(.class("card")) { … }`.
struct Tag: Sendable {
  private let name: StaticString
  init(_ name: StaticString) { self.name = name }

  func callAsFunction(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    .element(name, attributes, content())
  }

  func callAsFunction(_ attributes: [Attribute], @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    .element(name, attributes, content())
  }
}

/// An element without content.
struct VoidTag: Sendable {
  private let name: StaticString
  init(_ name: StaticString) { self.name = name }

  func callAsFunction(_ attributes: Attribute...) -> HTML { .void(name, attributes) }
  func callAsFunction(_ attributes: [Attribute]) -> HTML { .void(name, attributes) }
}

let a = Tag("a")
let abbr = Tag("abbr")
let article = Tag("article")
let aside = Tag("aside")
let body = Tag("body")
let button = Tag("button")
let caption = Tag("caption")
let code = Tag("code")
let dd = Tag("dd")
let details = Tag("details")
let div = Tag("div")
let dl = Tag("dl")
let dt = Tag("dt")
let fieldset = Tag("fieldset")
let footer = Tag("footer")
let form = Tag("form")
let h1 = Tag("h1")
let h2 = Tag("h2")
let h3 = Tag("h3")
let head = Tag("head")
let header = Tag("header")
let html = Tag("html")
let label = Tag("label")
let legend = Tag("legend")
let li = Tag("li")
let main = Tag("main")
let nav = Tag("nav")
let ol = Tag("ol")
let option = Tag("option")
let p = Tag("p")
let pre = Tag("pre")
let progress = Tag("progress")
let script = Tag("script")
let section = Tag("section")
let select = Tag("select")
let span = Tag("span")
let strong = Tag("strong")
let summary = Tag("summary")
let table = Tag("table")
let tbody = Tag("tbody")
let td = Tag("td")
let textarea = Tag("textarea")
let th = Tag("th")
let thead = Tag("thead")
let time = Tag("time")
let title = Tag("title")
let tr = Tag("tr")
let ul = Tag("ul")

let br = VoidTag("br")
let input = VoidTag("input")
let link = VoidTag("link")
let meta = VoidTag("meta")

/// Puts pieces of a page one after the other.
@resultBuilder
enum HTMLBuilder {
  static func buildExpression(_ html: HTML) -> HTML { html }
  static func buildExpression(_ text: String) -> HTML { .text(text) }
  static func buildExpression(_ parts: [HTML]) -> HTML { .sequence(parts) }
  static func buildExpression(_ part: HTML?) -> HTML { part ?? .empty }
  static func buildBlock(_ parts: HTML...) -> HTML { parts.count == 1 ? parts[0] : .sequence(parts) }
  static func buildOptional(_ part: HTML?) -> HTML { part ?? .empty }
  static func buildEither(first part: HTML) -> HTML { part }
  static func buildEither(second part: HTML) -> HTML { part }
  static func buildArray(_ parts: [HTML]) -> HTML { .sequence(parts) }
}
