using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State.Sections;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.State.Templating;

/// <summary>What the templates of a hook see, in the types of helmfile.</summary>
internal static class HookTemplateData
{
    // Fields of Go whose names are not simply the key with a capital letter.
    private static readonly ImmutableDictionary<string, string> GoNames = new Dictionary<string, string>
    {
        ["set"] = "SetValues",
        ["setString"] = "SetStringValues",
        ["setTemplate"] = "SetValuesTemplate",
        ["env"] = "EnvValues",
        ["jsonPatches"] = "JSONPatches",
        ["kubedogQPS"] = "KubedogQPS",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    public static GoMap Of(HelmfileState state, Release? release, HookOccasion occasion)
    {
        var data = new GoMap
        {
            ["Environment"] = StateTemplateData.Environment(state.Environment),
            ["Namespace"] = state.Root.Text("namespace") ?? "",
            ["Event"] = new GoStruct("event.event", [new("Name", occasion.Event), new("Error", occasion.Error)]),
            ["HelmfileCommand"] = occasion.Command,
        };
        if (release?.Definition is not { } definition)
            return data;

        data["Release"] = Release(definition);
        data["Values"] = state.Values;
        return data;
    }

    /// <summary>Everything that the file says of a release.</summary>
    public static GoStruct Release(Section definition) => Spec(definition, "*state.ReleaseSpec");

    private static GoStruct Spec(Section section, string typeName) => new(
        typeName,
        [
            .. section.Schema.Keys.Select(key => KeyValuePair.Create(
                GoNames.GetValueOrDefault(key.Name) ?? char.ToUpperInvariant(key.Name[0]) + key.Name[1..],
                Value(section.Find(key.Name)?.Value, key))),
        ]);

    private static object? Value(object? value, Schema.KeySpec key) => value switch
    {
        null when key.Shared => null,
        null => Zero(key.Kind),
        long number => (nint)number,
        Section section => Spec(section, "state.Section"),
        ImmutableArray<Section> sections => sections.Select(object? (section) => Spec(section, "state.Section")).ToList(),
        ImmutableArray<Placed<string>> texts => texts.Select(text => text.Value).ToList(),
        ImmutableArray<Placed<object?>> entries => entries.Select(entry => entry.Value).ToList(),
        ImmutableSortedDictionary<string, string> texts => Map(texts),
        _ => value,
    };

    private static object? Zero(Schema.KeyKind kind) => kind switch
    {
        Schema.KeyKind.Text => "",
        Schema.KeyKind.Flag => false,
        Schema.KeyKind.Number => (nint)0,
        Schema.KeyKind.Texts or Schema.KeyKind.TextOrTexts => new List<string>(),
        Schema.KeyKind.TextMap => new GoStringMap(),
        Schema.KeyKind.Section or Schema.KeyKind.Any => null,
        _ => new List<object?>(),
    };

    private static GoStringMap Map(ImmutableSortedDictionary<string, string> texts)
    {
        var map = new GoStringMap();
        foreach (var (key, value) in texts)
            map[key] = value;
        return map;
    }
}
