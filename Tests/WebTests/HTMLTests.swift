import Testing
import Web

@Suite struct HTMLTests {
  private func written(_ html: HTML) -> String { String(decoding: html.written(), as: UTF8.self) }

  @Test func textIsEncodedWhateverItHolds() {
    let text = #"<script>alert("1")</script> & 'it'"#
    #expect(
      written(.text(text)) == "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;it&#39;")
  }

  @Test func noTextCanLeaveAnAttribute() {
    let html = HTML.element("p", [Attribute("title", #""><script>"#)], .empty)
    #expect(written(html) == #"<p title="&quot;&gt;&lt;script&gt;"></p>"#)
  }

  @Test func randomTextNeverYieldsMarkup() {
    var generator = SystemRandomNumberGenerator()
    let alphabet = Array("<>\"'&/= \u{0}\u{B}\u{7F}ab;#\u{2028}é")
    for _ in 0..<500 {
      let text = String((0..<40).map { _ in alphabet.randomElement(using: &generator) ?? "a" })
      let bytes = HTML.sequence([.text(text), .element("b", [Attribute("id", text)], .text(text))]).written()
      let rest = String(decoding: bytes, as: UTF8.self)
      #expect(rest.split(separator: "<", omittingEmptySubsequences: false).count == 3, "\(text)")
      #expect(rest.filter { $0 == "\"" }.count == 2, "\(text)")
      #expect(!bytes.contains { $0 < 0x09 || $0 == 0x0B || $0 == 0x7F })
    }
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "//evil.example", "/\\evil.example",
    " javascript:x",
    "vbscript:x",
  ])
  func anAddressFromDataNeverRunsOrLeavesTheDesk(_ address: String) {
    let html = HTML.element("a", [.href(address)], .empty)
    #expect(written(html) == ##"<a href="#"></a>"##)
  }

  @Test(arguments: ["/requests/1", "#why", "?part=later", "https://ilga.gov/x"])
  func pagesOfTheDeskAndOfTheWebCanBeLinked(_ address: String) {
    #expect(written(.element("a", [.href(address)], .empty)) == "<a href=\"\(address)\"></a>")
  }
}
