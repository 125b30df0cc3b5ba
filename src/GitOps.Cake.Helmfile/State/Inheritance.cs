using System.Collections.Immutable;
using GitOps.Cake.Helmfile.State.Environments;
using GitOps.Cake.Helmfile.State.Sections;

namespace GitOps.Cake.Helmfile.State;

/// <summary>What a sub-helmfile takes over from its parent, by <c>inherits</c>.</summary>
/// <param name="Parent">The parent's sections.</param>
/// <param name="Environment">The parent's loaded environment.</param>
/// <param name="Keys">The sections that are taken over.</param>
internal sealed record Inheritance(Section Parent, EnvironmentLayers Environment, ImmutableHashSet<string> Keys)
{
    public static ImmutableArray<string> Known { get; } =
        ["repositories", "helmDefaults", "commonLabels", "apiVersions", "kubeVersion", "templates", "environments"];

    /// <summary>Fills what a child leaves open; its own settings win.</summary>
    public void Fill(Section child)
    {
        foreach (var field in Parent.Fields.Where(field => Keys.Contains(field.Key.Name)))
        {
            switch (field.Key.Name)
            {
                case "repositories":
                    child.Set(field.Key.Name, Repositories(Parent.Sections("repositories"), child.Sections("repositories")));
                    break;
                case "apiVersions":
                    child.Set(field.Key.Name, Parent.Texts("apiVersions").AddRange(child.Texts("apiVersions")).DistinctBy(version => version.Value).ToImmutableArray());
                    break;
                case "commonLabels":
                    child.Set(field.Key.Name, Parent.TextMap("commonLabels").SetItems(child.TextMap("commonLabels")));
                    break;
                case "templates":
                    child.Set(field.Key.Name, Templates(Parent, child));
                    break;
                case "helmDefaults" when child.Inner("helmDefaults") is { } defaults:
                    SectionMerge.FillGaps(defaults, Parent.Inner("helmDefaults")!);
                    break;
                case "helmDefaults":
                    child.Set(field.Copy());
                    break;
                case "kubeVersion" when child.NonEmpty("kubeVersion") is null:
                    child.Set(field.Copy());
                    break;
                default:
                    break;
            }
        }
    }

    // The parent's come first; of one name, the last one stays in its place.
    private static ImmutableArray<Section> Repositories(ImmutableArray<Section> parent, ImmutableArray<Section> child)
    {
        ImmutableArray<Section> all = [.. parent, .. child];
        return [.. all.Where((repository, index) => !all.Skip(index + 1).Any(later => later.Text("name") == repository.Text("name")))];
    }

    // Copies: what a release of the child writes into a template must not reach the parent's.
    private static ImmutableSortedDictionary<string, Section> Templates(Section parent, Section child) =>
        parent.Named("templates").ToImmutableSortedDictionary(entry => entry.Key, entry => entry.Value.Copy(), StringComparer.Ordinal)
            .SetItems(child.Named("templates"));
}
