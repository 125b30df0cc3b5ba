namespace GitOps.Cake.Templates.Expressions;

/// <summary>The names by which \p{...} finds a class: upper and lower case, blanks, underscores and hyphens make no difference.</summary>
internal static class UnicodeNames
{
    /// <summary>The name in lower case and without what makes no difference; the short one where there are several.</summary>
    public static string Canonical(string name) =>
        Short(string.Concat(name.Where(static unit => unit is not (' ' or '_' or '-')).Select(char.ToLowerInvariant)));

    private static string Short(string name) => name switch
    {
        "other" => "c",
        "control" or "cntrl" => "cc",
        "format" => "cf",
        "unassigned" => "cn",
        "privateuse" => "co",
        "surrogate" => "cs",
        "letter" => "l",
        "casedletter" => "lc",
        "lowercaseletter" => "ll",
        "modifierletter" => "lm",
        "otherletter" => "lo",
        "titlecaseletter" => "lt",
        "uppercaseletter" => "lu",
        "mark" or "combiningmark" => "m",
        "spacingmark" => "mc",
        "enclosingmark" => "me",
        "nonspacingmark" => "mn",
        "number" => "n",
        "decimalnumber" or "digit" => "nd",
        "letternumber" => "nl",
        "othernumber" => "no",
        "punctuation" or "punct" => "p",
        "connectorpunctuation" => "pc",
        "dashpunctuation" => "pd",
        "closepunctuation" => "pe",
        "finalpunctuation" => "pf",
        "initialpunctuation" => "pi",
        "otherpunctuation" => "po",
        "openpunctuation" => "ps",
        "symbol" => "s",
        "currencysymbol" => "sc",
        "modifiersymbol" => "sk",
        "mathsymbol" => "sm",
        "othersymbol" => "so",
        "separator" => "z",
        "lineseparator" => "zl",
        "paragraphseparator" => "zp",
        "spaceseparator" => "zs",
        _ => name,
    };
}
