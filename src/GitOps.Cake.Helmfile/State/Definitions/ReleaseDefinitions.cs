using System.Collections.Immutable;
using GitOps.Cake.Helmfile.State.Sections;
using GitOps.Cake.Helmfile.State.Templating;

namespace GitOps.Cake.Helmfile.State.Definitions;

/// <summary>Makes the releases of a state file complete: inherited, rendered, with everything that the file says of all of them.</summary>
internal sealed class ReleaseDefinitions(StateTemplates templates, HelmfileState state)
{
    private readonly Section _root = state.Root;

    /// <summary>The releases in the order of their definition.</summary>
    /// <exception cref="StateFileException">Releases cannot be completed.</exception>
    public ImmutableArray<Section> Complete(CancellationToken cancellationToken)
    {
        var problems = new StateProblems();
        var inheritance = new ReleaseInheritance(_root);
        var renderer = new ReleaseRenderer(templates, state);
        var releases = ImmutableArray.CreateBuilder<Section>();
        foreach (var release in _root.Sections("releases"))
        {
            try
            {
                releases.Add(Complete(renderer.Render(WithCommon(inheritance.Resolve(release)), cancellationToken), problems));
            }
            catch (StateFileException exception)
            {
                problems.AddRange(exception.Problems);
            }
        }

        problems.ThrowIfAny();
        return releases.ToImmutable();
    }

    private Section WithCommon(Section inherited)
    {
        var release = inherited.Copy();
        if (release.NonEmpty("kubeContext") is null && _root.Inner("helmDefaults")?.NonEmpty("kubeContext") is { } context)
            release.Set("kubeContext", context);

        var common = _root.TextMap("commonLabels");
        release.Set("labels", release.TextMap("labels").SetItems(common), release.PositionOf("labels"));
        if (release.Texts("apiVersions").IsEmpty && _root.Find("apiVersions") is { } apiVersions)
            release.Set("apiVersions", apiVersions.Value);
        if (release.NonEmpty("kubeVersion") is null && _root.NonEmpty("kubeVersion") is { } kubeVersion)
            release.Set("kubeVersion", kubeVersion);
        return release;
    }

    private Section Complete(Section release, StateProblems problems)
    {
        if (release.NonEmpty("chart") is null)
            problems.Add(release.Position, $"release \"{release.Text("name")}\" has no chart: give it a folder, repository/chart or oci://host/chart.");

        foreach (var key in (ReadOnlySpan<string>)["kubeContext", "namespace"])
        {
            if (_root.NonEmpty(key) is { } forced)
                release.Set(key, forced);
        }

        var chart = release.Text("chart") ?? "";
        release.Set("labels", release.TextMap("labels")
            .SetItem("name", release.Text("name") ?? "")
            .SetItem("namespace", release.Text("namespace") ?? "")
            .SetItem("chart", chart[(chart.LastIndexOf('/') + 1)..]));
        return release;
    }
}
