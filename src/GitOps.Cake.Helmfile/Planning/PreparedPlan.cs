using System.Collections.Immutable;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile.Planning;

/// <summary>A plan with all that an apply of this very plan needs.</summary>
/// <param name="Plan">What is shown and approved.</param>
/// <param name="Helmfiles">The state files in the order in which they are applied.</param>
internal sealed record PreparedPlan(Plan Plan, ImmutableArray<PreparedHelmfile> Helmfiles)
{
    public IEnumerable<PreparedRelease> Releases => Helmfiles.SelectMany(helmfile => helmfile.Releases);
}
