using System.Text;

namespace GitOps.Cake.Templates.Tests.Fuzzing;

/// <summary>Random templates from a seed: pieces that belong together in an order that need not make sense, sometimes damaged.</summary>
internal sealed class RandomTemplates(int seed)
{
    private static readonly string[] Pieces =
    [
        "text ", "{", "\n", "}}", "{{", "{{-", "-}}", "{{/* c */}}", "{{- /* c */ -}}", "é\uD83D\uDE00", "\\{{", "{{ . }}", "{{ $ }}", "{{ end }}", "{{ else }}",
        "{{ if .list }}", "{{ else if .map }}", "{{ with .map }}", "{{ else with .list }}", "{{ range .list }}", "{{ range $i, $e := .map }}", "{{ range 3 }}",
        "{{ break }}", "{{ continue }}", "{{ define \"d\" }}", "{{ template \"d\" . }}", "{{ block \"b\" . }}", "{{ include \"d\" . }}", "{{ tpl .text . }}",
        "{{ $x := 1 }}", "{{ $x = list 1 }}", "{{ $x }}", "{{ $e }}", "{{ .list | len | printf \"%05d\" }}", "{{ (index .list 0).a.b }}", "{{ nil }}",
    ];

    private static readonly string[] Words =
    [
        ".", "$", ".text", ".list", ".map", ".map.a", ".none", ".number", "nil", "true", "\"a\"", "`b`", "'c'", "0", "-1", "1.5", "0x1F", "1e9", "99999999999999999999",
        "(", ")", "|", ",", ":=", "=", "$x", "upper", "printf \"%v %d %s\"", "printf \"%*.*f|%[3]q\" 3 4", "list 1 \"a\"", "dict \"a\" 1", "index", "len", "eq 1", "and", "or", "not",
        "repeat 1000000000", "until 2000000000", "nindent 500000000", "regexMatch \"(a*)*b\"", "regexFindAll \"[a-z]+\" \"abc\" -1", "splitList \"\"", "join \",\"", "toYaml", "fromYaml",
        "toJson", "fromJson", "merge .map", "set .map \"a\" .map", "append .list .list", "deepCopy", "dig \"a\" \"b\" 1", "semverCompare \">=1\"", "date \"2006\"", "wrap 5", "chunk 0",
        "abbrev 5", "substr 1 2", "seq 1 1000000000", "untilStep 0 9 0", "quote", "default 1", "ternary 1 2", "include \"d\"", "tpl", "required \"r\"", "fail \"f\"", "get \"a.b\"",
    ];

    private readonly Random _random = new(seed);

    public string Next()
    {
        var output = new StringBuilder();
        for (var count = _random.Next(1, 9); count > 0; count--)
            output.Append(_random.Next(3) == 0 ? Action() : Pieces[_random.Next(Pieces.Length)]);
        if (_random.Next(4) == 0)
            output.Insert(_random.Next(output.Length), (char)_random.Next(0x20, 0x7F));
        if (_random.Next(8) == 0)
            output.Remove(_random.Next(output.Length), 1);
        return output.ToString();
    }

    private string Action()
    {
        var words = Enumerable.Range(0, _random.Next(1, 6)).Select(_ => Words[_random.Next(Words.Length)]);
        return $"{{{{ {string.Join(' ', words)} }}}}";
    }
}
