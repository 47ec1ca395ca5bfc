import Desk
import Forecasting
import LawLanguage

/// Reduced models, each made once: asking the law of a state's counties takes longer than all that is reckoned from it.
actor ForecastModels {
  private struct Key: Hashable {
    let digest: String
    let state: Int
    let county: String?
    let day: Day
  }

  private var models: [Key: ReducedModel] = [:]
  /// The longest kept first.
  private var order: [Key] = []
  private var law: (digest: String, law: LibraryLaw)?

  /// More models than this are not kept.
  private static let most = 32

  /// What the engine that decides live requests answers, asked by the office's own law.
  func library(_ office: OfficeLaw) throws(Refused) -> LibraryLaw {
    if let law, law.digest == office.digest { return law.law }
    do throws(LawProblem) {
      let made = try LibraryLaw(office.library, digests: office.digests)
      law = (office.digest, made)
      return made
    } catch {
      throw Refused(.unprocessable, "The law cannot be asked for the forecast: \(error.description).")
    }
  }

  /// The model of a state, or of one of its counties, under the law of a day.
  func model(of office: OfficeLaw, state place: Int, county: County?, on day: Day) throws(Refused) -> ReducedModel {
    let key = Key(digest: office.digest, state: place, county: county?.code, day: day)
    if let known = models[key] { return known }
    let law = try library(office)
    let state = CountyTable.unitedStates.states[place]
    let model: ReducedModel
    do throws(PlanProblem) {
      model = try ReducedModel(law, withoutOwn: law.leavingOut([state.code]), state: place, county: county, on: day)
    } catch {
      throw Refused(.unprocessable, "The law cannot be asked for the forecast: \(error.description).")
    }
    if order.count >= ForecastModels.most { models[order.removeFirst()] = nil }
    order.append(key)
    models[key] = model
    return model
  }
}
