using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.State;
using GitOps.Cake.Helmfile.State.Sections;
using GitOps.Cake.Helmfile.Values.References;

namespace GitOps.Cake.Helmfile.Values;

/// <summary>Reads the single values of a release, in the order in which helm gets them, with what helm's own syntax would misread escaped.</summary>
/// <param name="folder">The folder that paths of files start from.</param>
/// <param name="variable">Gives environment variables.</param>
/// <param name="references">Resolves references among the values.</param>
internal sealed class SetReader(string folder, Func<string, string?> variable, ReferenceResolver references)
{
    public ImmutableArray<SetArgument> Read(Section release, StateProblems problems, CancellationToken cancellationToken) =>
    [
        .. release.Sections("set").Select(entry => Set(entry, SetKind.Typed, problems, cancellationToken)).OfType<SetArgument>(),
        .. release.Sections("setString").Select(entry => Set(entry, SetKind.Text, problems, cancellationToken)).OfType<SetArgument>(),
        .. release.Sections("env").Select(entry => Variable(entry, problems)).OfType<SetArgument>(),
    ];

    /// <summary>How many of a release's single values come from <c>set</c>: they are the first ones.</summary>
    public static int Count(Section release) => release.Sections("set").Count(entry =>
        entry.NonEmpty("value") is not null || entry.NonEmpty("file") is not null || !entry.Entries("values").IsEmpty);

    private SetArgument? Set(Section entry, SetKind kind, StateProblems problems, CancellationToken cancellationToken)
    {
        var name = Escape(entry.Text("name") ?? "");
        if (kind == SetKind.Typed && entry.NonEmpty("value") is null && entry.NonEmpty("file") is { } file)
            return FromFile(entry, name, file, problems);

        try
        {
            if (entry.NonEmpty("value") is { } value)
                return new(kind, name, Escape(references.Text(value, cancellationToken)));
            if (entry.Entries("values") is { IsEmpty: false } values)
                return new(kind, name, $"{{{string.Join(',', values.Select(item => Escape(Item(item.Value, cancellationToken))))}}}");
        }
        catch (ReferenceException exception)
        {
            problems.Add(entry.Position, $"{exception.Message}.");
        }

        return null;
    }

    private string Item(object? item, CancellationToken cancellationToken) =>
        item is string text ? references.Text(text, cancellationToken) : SetJson.Text(item);

    private SetArgument? FromFile(Section entry, string name, string file, StateProblems problems)
    {
        var path = Path.GetFullPath(file, folder);
        if (File.Exists(path))
            return new(SetKind.File, name, path);

        problems.Add(entry.PositionOf("file"), $"the file \"{file}\" does not exist in {folder}; check the path.");
        return null;
    }

    private SetArgument? Variable(Section entry, StateProblems problems)
    {
        var source = entry.Text("value") ?? "";
        if (variable(source) is { } value)
            return new(SetKind.Typed, Escape(entry.Text("name") ?? ""), Escape(value));

        problems.Add(entry.PositionOf("value"), $"the environment variable \"{source}\" is not set; set it before the run.");
        return null;
    }

    private static string Escape(string text) => text
        .Replace("{", "\\{", StringComparison.Ordinal)
        .Replace("}", "\\}", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal);
}
