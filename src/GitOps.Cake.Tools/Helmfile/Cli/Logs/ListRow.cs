using System.Globalization;
using System.Text.RegularExpressions;

namespace GitOps.Cake.Helmfile.Cli.Logs;

/// <summary>A row of <c>helm list</c>, whose heading helmfile cuts off.</summary>
internal sealed partial record ListRow(ReleaseId Release, int Revision, string Status, string Chart)
{
    public static ListRow? Read(string line) => Pattern().Match(line) is { Success: true } match
        ? new(
            new(match.Groups["name"].Value, match.Groups["namespace"].Value),
            int.Parse(match.Groups["revision"].ValueSpan, CultureInfo.InvariantCulture),
            match.Groups["status"].Value,
            match.Groups["chart"].Value)
        : null;

    [GeneratedRegex(
        @"^(?<name>[^\s]+) *\t(?<namespace>[^\s]+) *\t(?<revision>[0-9]{1,9}) *\t[^\t]+\t(?<status>[a-z-]+) *\t(?<chart>[^\s]+) *(\t.*)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
