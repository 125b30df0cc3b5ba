using GitOps.Cake.Helmfile;

namespace GitOps.Cake.Locks;

/// <summary>The name of a scope's Lease: <c>gitops-cake-</c> and the scope's label.</summary>
internal static class LeaseName
{
    private const string Prefix = "gitops-cake-";
    private const int Longest = 63;

    public static string Of(string scope) => Prefix + ScopeLabel.Of(scope, Longest - Prefix.Length);
}
