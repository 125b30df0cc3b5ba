using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State.Sections;

namespace GitOps.Cake.Helmfile.State.Definitions;

/// <summary>
/// Lays releases over the templates that they inherit from. Releases have to be resolved in the order of their definition:
/// what one of them sets through a shared value, those after it inherit, too.
/// </summary>
internal sealed class ReleaseInheritance(Section root)
{
    private static readonly ImmutableArray<string> Exceptions = ["labels", "values", "valuesTemplate", "set", "setTemplate", "setString", "secrets"];

    /// <summary>The release with everything that it inherits.</summary>
    /// <exception cref="StateFileException">A template is missing, inherits itself, or cannot be inherited in this way.</exception>
    public Section Resolve(Section release) => Resolve(release, WithDefaults(release), []);

    private ImmutableArray<Inherited> WithDefaults(Section release)
    {
        var own = Of(release);
        var defaults = root.Texts("defaultInherit").Select(name => new Inherited(name.Value, [], name.Position)).ToImmutableArray();
        if (defaults.IsEmpty)
            return own;

        var named = own.Where(entry => entry.Template.Trim().Length > 0).ToImmutableArray();
        var added = defaults.DistinctBy(entry => entry.Template).Where(entry => named.All(other => other.Template.Trim() != entry.Template));
        return [.. added, .. named];
    }

    private static ImmutableArray<Inherited> Of(Section section) =>
    [
        .. section.Sections("inherit").Select(entry => new Inherited(entry.Text("template") ?? "", entry.Texts("except"), entry.PositionOf("template"))),
    ];

    private Section Resolve(Section section, ImmutableArray<Inherited> inherits, ImmutableArray<string> path)
    {
        var merged = new Section(section.Schema, section.Position);
        foreach (var entry in inherits)
        {
            // helmfile stops here, whatever else is listed.
            if (entry.Template.Length == 0)
                return section;

            var template = Template(entry, path);
            foreach (var exception in entry.Except)
                template.Remove(Known(exception));
            SectionMerge.Override(merged, template, appendLists: true);
        }

        SectionMerge.Override(merged, section, appendLists: true);
        merged.Remove("inherit");
        return merged;
    }

    private Section Template(Inherited entry, ImmutableArray<string> path)
    {
        var templates = root.Named("templates");
        if (path.Contains(entry.Template))
            throw new StateFileException(entry.Position, $"cyclic inheritance: {string.Join("->", path.Add(entry.Template))}; one of these templates must not inherit.");
        if (templates.TryGetValue(entry.Template, out var template))
            return Resolve(template, Of(template), path.Add(entry.Template));

        var near = Spelling.Nearest(entry.Template, templates.Keys);
        var advice = near is not null ? $"did you mean \"{near}\"?"
            : templates.IsEmpty ? "the file has no templates."
            : $"there are {string.Join(", ", templates.Keys)}.";
        throw new StateFileException(entry.Position, $"there is no template \"{entry.Template}\" to inherit from; {advice}");
    }

    private static string Known(Placed<string> exception) => Exceptions.Contains(exception.Value)
        ? exception.Value
        : throw new StateFileException(exception.Position, $"\"{exception.Value}\" is not allowed in except: it is one of {string.Join(", ", Exceptions)}.");

    private sealed record Inherited(string Template, ImmutableArray<Placed<string>> Except, SourcePosition Position);
}
