using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace GitOps.Cake.Helmfile.Cli.Logs;

/// <summary>Reads what helm printed about releases. The output of one helm call is one block, whatever runs beside it.</summary>
internal sealed partial class HelmWordReader
{
    private readonly List<HelmWord> _words = [];
    private bool _inBlock;

    public ImmutableArray<HelmWord> Result() => [.. _words];

    public void Line(string line)
    {
        if (FirstLine().Match(line) is { Success: true } first)
        {
            _words.Add(new(first.Groups["name"].Value, first.Groups["verb"].Value == "has been upgraded." ? HelmVerb.Upgraded : HelmVerb.Installing));
            _inBlock = true;
        }
        else if (FactLine().Match(line) is { Success: true } fact)
        {
            Fact(fact.Groups["fact"].Value, fact.Groups["value"].Value);
        }
    }

    private void Fact(string fact, string value)
    {
        if (fact == "NAME")
        {
            // Without a first line of its own: helm status, or a release whose first line another call's block followed.
            var open = _inBlock && _words[^1].Name == value && _words[^1].Status is null;
            if (!open)
                _words.Add(new(value, HelmVerb.None));

            _inBlock = true;
            return;
        }

        if (!_inBlock)
            return;

        _words[^1] = fact switch
        {
            "NAMESPACE" => _words[^1] with { Namespace = _words[^1].Namespace ?? value },
            "STATUS" => _words[^1] with { Status = _words[^1].Status ?? value },
            _ => _words[^1] with { Revision = _words[^1].Revision ?? Number(value) },
        };
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(
        """^Release "(?<name>[^"]+)" (?:(?<verb>has been upgraded\.) Happy Helming!|(?<verb>does not exist\.) Installing it now\.)$""",
        RegexOptions.CultureInvariant)]
    private static partial Regex FirstLine();

    [GeneratedRegex(@"^(?<fact>NAME|NAMESPACE|STATUS|REVISION): (?<value>\S+)$", RegexOptions.CultureInvariant)]
    private static partial Regex FactLine();
}
