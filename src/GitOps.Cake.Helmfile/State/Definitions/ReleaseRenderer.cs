using System.Collections.Immutable;
using GitOps.Cake.Helmfile.State.Sections;
using GitOps.Cake.Helmfile.State.Templating;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.State.Definitions;

/// <summary>Renders the fields of a release that are templates, until they stop changing.</summary>
internal sealed class ReleaseRenderer(StateTemplates templates, HelmfileState state)
{
    // As many as helmfile runs: one of them has to give what the one before gave.
    private const int Passes = 6;

    private static readonly ImmutableArray<string> Trimmed = ["name", "chart", "namespace", "version"];
    private static readonly ImmutableArray<string> Plain = ["waitTemplate", "installedTemplate", "conditionTemplate", "verifyTemplate"];

    /// <summary>The release with every field rendered.</summary>
    /// <exception cref="StateFileException">A template fails, or the fields refer to each other without end.</exception>
    public Section Render(Section release, CancellationToken cancellationToken)
    {
        var previous = new Pass(release, []);
        for (var count = 0; count < Passes; count++)
        {
            var pass = Run(release, previous.Release, cancellationToken);
            if (count > 0 && pass.Texts.SequenceEqual(previous.Texts, StringComparer.Ordinal))
                return WithFlags(pass.Release);
            previous = pass;
        }

        throw new StateFileException(
            release.Position,
            $"the templates of release \"{previous.Release.Text("name")}\" do not settle: recursive references can't be resolved after {Passes} rounds. "
            + "Fields refer to each other in a circle, or in a chain that is too long.");
    }

    private Pass Run(Section release, Section previous, CancellationToken cancellationToken)
    {
        var result = release.Copy();
        var field = new FieldRenderer(templates, state, release, previous, cancellationToken);
        foreach (var key in Trimmed)
        {
            if (release.Text(key) is { } text)
                result.Set(key, field.Render(key, text, release.PositionOf(key)).Trim());
        }

        foreach (var key in Plain)
        {
            if (release.Text(key) is { } text)
                result.Set(key, field.Render(key, text, release.PositionOf(key)));
        }

        if (release.Find("labels") is { } labels)
            result.Set("labels", release.TextMap("labels").ToImmutableSortedDictionary(label => label.Key, label => field.Render($"labels.{label.Key}", label.Value, labels.Position), StringComparer.Ordinal));

        Texts(result, "postRendererArgs", field);
        Texts(result, "needs", field);
        Paths(result, "secrets", field);
        if (release.Entries("valuesTemplate") is { IsEmpty: false } valuesTemplate)
        {
            var rendered = valuesTemplate.Select((entry, index) => entry with { Value = field.Map($"valuesTemplate[{index}]", entry) }).ToImmutableArray();
            result.Set("valuesTemplate", rendered);
            result.Set("values", valuesTemplate.Zip(rendered, static (entry, map) => entry.Value is string ? entry : map).Concat(release.Entries("values")).ToImmutableArray());
        }

        Paths(result, "values", field);

        if (release.Sections("setTemplate") is { IsEmpty: false } setTemplate)
        {
            var rendered = setTemplate.Select((entry, index) => SetEntry($"setTemplate[{index}]", entry, field)).ToImmutableArray();
            result.Set("setTemplate", rendered);
            result.Set("set", rendered.AddRange(result.Sections("set")));
        }

        return new(result, field.Results);
    }

    private static void Texts(Section result, string key, FieldRenderer field)
    {
        if (result.Texts(key) is { IsEmpty: false } texts)
            result.Set(key, texts.Select((text, index) => text with { Value = field.Render($"{key}[{index}]", text.Value, text.Position) }).ToImmutableArray());
    }

    private static void Paths(Section result, string key, FieldRenderer field)
    {
        if (result.Entries(key) is not { IsEmpty: false } entries)
            return;

        result.Set(key, entries.Select((entry, index) => entry.Value is string path
            ? entry with { Value = field.Render($"{key}[{index}]", path, entry.Position) }
            : entry).ToImmutableArray());
    }

    private static Section SetEntry(string name, Section entry, FieldRenderer field)
    {
        var result = entry.Copy();
        foreach (var key in (ReadOnlySpan<string>)["name", "value", "file"])
        {
            if (entry.Text(key) is { } text)
                result.Set(key, field.Render($"{name}.{key}", text, entry.PositionOf(key)));
        }

        Paths(result, "values", field);
        return result;
    }

    private static Section WithFlags(Section release)
    {
        foreach (var (template, key) in (ReadOnlySpan<(string, string)>)[("installedTemplate", "installed"), ("waitTemplate", "wait"), ("verifyTemplate", "verify")])
        {
            if (release.Find(template) is { } field)
                release.Set(key, Flag(release, field), field.Position);
        }

        if (release.Find("conditionTemplate") is { } condition)
            release.Set("condition", Flag(release, condition) ? "true" : "false", condition.Position);

        foreach (var template in Plain)
            release.Remove(template);
        return release;
    }

    private static bool Flag(Section release, Field field)
    {
        var text = (string)field.Value;
        try
        {
            return YamlReader.ReadValue(text) switch
            {
                null => false,
                bool flag => flag,
                "y" or "Y" or "yes" or "on" => true,
                "n" or "N" or "no" or "off" => false,
                _ => throw NoFlag(release, field),
            };
        }
        catch (YamlReadException)
        {
            throw NoFlag(release, field);
        }
    }

    private static StateFileException NoFlag(Section release, Field field) =>
        new(field.Position, $"{field.Key.Name} of release \"{release.Text("name")}\" gives \"{field.Value}\", which is neither true nor false.");

    private sealed record Pass(Section Release, List<string> Texts);
}
