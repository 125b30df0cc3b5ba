using Cake.Core;
using GitOps.Cake.Helmfile;

namespace GitOps.Cake.Tests.Pipelines;

/// <summary>The context of a build with three scopes in two environments.</summary>
public sealed class ThreeScopes(ICakeContext cake, GitOpsSession session) : GitOpsContext(cake, session)
{
    /// <inheritdoc/>
    public override IReadOnlyList<HelmfileScope> Scopes => [Of("web", "staging"), Of("db", "staging"), Of("live", "production")];

    private HelmfileScope Of(string name, string environment) =>
        Helmfile with { Name = name, File = $"{name}/helmfile.yaml", Environment = environment, Inputs = [$"{name}/**"] };
}
