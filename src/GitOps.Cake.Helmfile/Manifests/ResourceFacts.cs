using System.Text.RegularExpressions;
using GitOps.Cake.Plans;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.Manifests;

/// <summary>What an object says, one fact per field, to measure how much another one says the same.</summary>
internal sealed class ResourceFacts
{
    /// <summary>The likeness from which on two objects are one under two names.</summary>
    public const double Alike = 0.75;

    private readonly HashSet<string> _facts = new(StringComparer.Ordinal);
    private readonly Regex? _release;

    /// <param name="resource">The object.</param>
    /// <param name="release">What stands for the name of its release wherever it stands as a word; null where that name counts.</param>
    public ResourceFacts(Resource resource, Regex? release = null)
    {
        Id = resource.Id;
        _release = release;
        Collect(resource.Content, "");
    }

    public ResourceId Id { get; }

    /// <summary>A name as a word of its own: a release called <c>a</c> does not stand in every other word. Nothing in it repeats, so it takes no longer than its text is long.</summary>
    public static Regex Word(string name) => new($"(?<![A-Za-z0-9]){Regex.Escape(name)}(?![A-Za-z0-9])", RegexOptions.CultureInvariant);

    /// <summary>How much of what the larger of two objects says stands in both, from 0 to 1; names do not count.</summary>
    public double LikenessTo(ResourceFacts other) => _facts.Count == 0 || other._facts.Count == 0
        ? 0
        : (double)_facts.Count(other._facts.Contains) / Math.Max(_facts.Count, other._facts.Count);

    private void Collect(object? value, string path)
    {
        switch (value)
        {
            case GoMap map:
                foreach (var (key, entry) in map)
                    Collect(entry, $"{path}.{key}");
                break;
            case List<object?> list:
                foreach (var item in list)
                    Collect(item, $"{path}[]");
                break;
            default:
                // What an object is called stands in its labels and references as well.
                if (path is not (".apiVersion" or ".kind" or ".metadata.name" or ".metadata.namespace"))
                    _facts.Add($"{path}={Nameless(GoPrinter.Print(value))}");
                break;
        }
    }

    private string Nameless(string text) => (_release, Id.Name) switch
    {
        ({ } release, _) => release.Replace(text, "{release}"),
        (_, "") => text,
        (_, var name) => text.Replace(name, "{name}", StringComparison.Ordinal),
    };
}
