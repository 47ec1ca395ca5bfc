/// What clerks and jail rosters write for offences: words, abbreviations, NCIC codes.
///
/// A roster's words are no section: `ASLT 4` names a section in one state and none in the next. So what is found through
/// an abbreviation or a class of charges is only ever a suggestion.
enum RosterWords {
  /// Letters and digits, folded, in order; without what tells no offence from another.
  static func tokens(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { !empty.contains($0) }
  }

  private static let empty: Set<String> = [
    "a", "an", "and", "by", "for", "in", "of", "on", "or", "the", "to", "with", "w", "from",
  ]

  /// Degrees and grades: they stand beside the offence, and the law asks for them by themselves.
  static let grades: Set<String> = [
    "1", "2", "3", "4", "5", "1st", "2nd", "3rd", "4th", "5th", "first", "second", "third", "fourth", "fifth", "i",
    "ii", "iii",
    "iv", "deg", "degree", "class", "fel", "felony", "f", "m", "misd", "misdemeanor", "gm", "gross", "attempt",
    "attempted", "att",
    "conspiracy", "consp", "dv",
  ]

  /// What an abbreviation stands for in the words of the lists. Those of booking sheets, as they are commonly seen.
  static let abbreviations: [String: [String]] = [
    "adw": ["assault", "weapon"], "agg": ["aggravated"], "aggr": ["aggravated"], "aslt": ["assault"],
    "asslt": ["assault"],
    "assult": ["assault"], "batt": ["battery"], "burg": ["burglary"], "carjack": ["carjacking"], "cds": ["drugs"],
    "cs": ["drugs"], "csa": ["sexual", "child"], "cw": ["weapon"], "ccw": ["weapon"], "contr": ["drugs"],
    "dang": ["dangerous"],
    "depend": ["dependent"], "dui": ["drunk", "driving"], "dwi": ["drunk", "driving"], "duii": ["drunk", "driving"],
    "endgr": ["endangering"], "explos": ["explosives"], "fa": ["firearm"], "gbi": ["injury"],
    "gta": ["vehicle", "theft"],
    "gun": ["firearm"], "harr": ["harassment"], "haras": ["harassment"], "homi": ["homicide"], "imp": ["imprisonment"],
    "impris": ["imprisonment"], "kidnap": ["kidnapping"], "kid": ["kidnapping"], "larc": ["larceny"],
    "manslt": ["manslaughter"],
    "mansl": ["manslaughter"], "mal": ["malicious"], "mj": ["drugs"], "meth": ["drugs"], "murd": ["murder"],
    "narc": ["drugs"],
    "nco": ["order"], "obst": ["resisting"], "owi": ["drunk", "driving"], "poss": ["possession"], "prop": ["property"],
    "psp": ["stolen", "property"], "resist": ["resisting"], "rob": ["robbery"], "robb": ["robbery"], "sa": ["sexual"],
    "sex": ["sexual"], "stln": ["stolen"], "strang": ["strangulation"], "terr": ["threats"], "thft": ["theft"],
    "tmvop": ["vehicle"],
    "unl": ["unlawful"], "veh": ["vehicle"], "vehic": ["vehicle"], "viol": ["violation"], "vio": ["violation"],
    "wpn": ["weapon"],
    "wpns": ["weapon"],
  ]

  /// The classes of charges of the NCIC codes: their first two digits, the title, and words under which lists have them.
  ///
  /// Source: the codes of the FBI's National Crime Information Center for charges, as NIEM 3.0 publishes them
  /// (`ncic:OFFCodeType`, read 2026-11-22).
  static let charges: [String: (title: String, words: [String])] = [
    "09": ("homicide", ["murder", "manslaughter", "homicide"]), "10": ("kidnapping", ["kidnapping", "imprisonment"]),
    "11": ("sexual assault", ["rape", "sexual", "sodomy", "copulation"]), "12": ("robbery", ["robbery", "carjacking"]),
    "13": ("assault", ["assault", "battery", "threats", "stalking"]), "20": ("arson", ["arson"]),
    "21": ("extortion", ["extortion"]), "22": ("burglary", ["burglary"]), "23": ("larceny", ["larceny", "theft"]),
    "24": ("stolen vehicle", ["vehicle"]), "25": ("counterfeiting", ["forgery", "counterfeiting"]),
    "26": ("fraud", ["fraud"]),
    "27": ("embezzlement", ["embezzlement"]), "28": ("stolen property", ["stolen"]),
    "29": ("damage to property", ["damage", "vandalism"]),
    "35": ("dangerous drugs", ["drugs"]), "36": ("sex offence", ["sexual", "lewd", "child"]),
    "37": ("obscene material", ["obscene"]),
    "38": ("family offence", ["child", "spouse", "partner", "domestic"]),
    "40": ("commercial sex", ["prostitution", "trafficking"]),
    "48": ("obstructing police", ["resisting", "officer"]), "49": ("flight, escape", ["escape", "evasion"]),
    "50": ("obstructing justice", ["witness", "justice", "contempt"]), "51": ("bribery", ["bribery", "bribe"]),
    "52": ("weapon offence", ["weapon", "weapons", "firearm", "explosives"]),
    "53": ("public peace", ["riot", "alarm"]),
    "54": ("traffic offence", ["driving", "hit", "evasion"]), "58": ("smuggling", ["smuggling"]),
  ]

  /// The class of charges that a text names as an NCIC code: `NCIC 1201`, `1299`.
  static func charge(_ text: String) -> (title: String, words: [String])? {
    let tokens = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    guard let code = tokens.last, code.count == 4, code.allSatisfy({ $0.isASCII && $0.isNumber }),
      tokens.count == 1 || (tokens.count == 2 && tokens.first == "ncic")
    else { return nil }
    return charges[String(code.prefix(2))]
  }
}
