using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using GitOps.Cake.Conformance.Answers;

namespace GitOps.Cake.Conformance.Comparing;

/// <summary>Reads <c>helmfile diff --output structured</c>: a line per release, and an array where something differs.</summary>
internal static partial class StructuredDiff
{
    public static ImmutableArray<DiffedRelease> Read(string text)
    {
        var releases = ImmutableArray.CreateBuilder<DiffedRelease>();
        var heads = Head().Matches(text);
        for (var index = 0; index < heads.Count; index++)
        {
            var head = heads[index];
            var end = index + 1 < heads.Count ? heads[index + 1].Index : text.Length;
            var body = text[(head.Index + head.Length)..end].Trim();
            releases.Add(Release(head.Groups["name"].Value, head.Groups["namespace"].Value.Trim(), body));
        }

        return releases.ToImmutable();
    }

    private static DiffedRelease Release(string name, string space, string body)
    {
        if (body.Length == 0)
            return new(name, space, IsShown: true, []);

        using var json = JsonDocument.Parse(body);
        return new(name, space, IsShown: true, [.. json.RootElement.EnumerateArray().Select(Resource)]);
    }

    private static DiffedResource Resource(JsonElement entry)
    {
        var name = Text(entry, "name");
        if (Text(entry, "changeType") != "OWNERSHIP")
            return new(Change(Text(entry, "changeType")), Text(entry, "apiVersion"), Text(entry, "kind"), Text(entry, "namespace"), name);

        // Its name is the whole key: namespace, name, Kind (group).
        return Key().Match(name) is { Success: true } key
            ? new("ownership", "", key.Groups["kind"].Value, key.Groups["namespace"].Value, key.Groups["name"].Value)
            : new("ownership", "", "", "", name);
    }

    private static string Change(string type) => type switch
    {
        "ADD" => "added",
        "REMOVE" => "removed",
        "MODIFY" or "MODIFY_SUPPRESSED" => "changed",
        _ => throw new InvalidDataException($"the recorded change \"{type}\" is unknown."),
    };

    private static string Text(JsonElement entry, string member) => entry.TryGetProperty(member, out var value) ? value.GetString() ?? "" : "";

    [GeneratedRegex(@"^Comparing release=(?<name>.+?), chart=.*, namespace=(?<namespace>.*)$", RegexOptions.Multiline)]
    private static partial Regex Head();

    [GeneratedRegex(@"^(?<namespace>[^,]*), (?<name>[^,]+), (?<kind>\w+) \(")]
    private static partial Regex Key();
}
