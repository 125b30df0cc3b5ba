using System.Reflection;

namespace GitOps.Cake.Architecture.Tests.Layers;

/// <summary>The same layers in what was compiled: a reference that reaches a project through another one is seen only there.</summary>
public class AssemblyTests
{
    // YamlDotNet comes with KubernetesClient: a kubeconfig is YAML.
    [Theory]
    [InlineData("GitOps.Cake.Model", "System.")]
    [InlineData("GitOps.Cake.Templates", "System.", "YamlDotNet", "BouncyCastle.Cryptography")]
    [InlineData("GitOps.Cake.Helmfile", "System.", "YamlDotNet", "GitOps.Cake.Model", "GitOps.Cake.Templates")]
    [InlineData("GitOps.Cake.Tools", "System.", "Microsoft.", "GitOps.Cake.Model", "GitOps.Cake.Helmfile", "CliWrap", "Octokit", "KubernetesClient", "YamlDotNet")]
    [InlineData(
        "GitOps.Cake.Testing", "System.", "Microsoft.", "GitOps.Cake.Model", "GitOps.Cake.Helmfile", "GitOps.Cake.Tools", "CliWrap", "Octokit", "KubernetesClient")]
    public void An_assembly_uses_only_what_its_layer_allows(string assembly, params string[] allowed) =>
        References(assembly).Where(name => !allowed.Any(start => name.StartsWith(start, StringComparison.Ordinal))).ShouldBeEmpty();

    [Theory]
    [InlineData("GitOps.Cake.Model")]
    [InlineData("GitOps.Cake.Templates")]
    [InlineData("GitOps.Cake.Helmfile")]
    public void What_is_pure_starts_no_process_and_opens_no_connection(string assembly) => References(assembly)
        .Intersect(["System.Diagnostics.Process", "System.Net.Http", "System.Net.Requests", "System.Net.Sockets", "System.Net.WebClient"])
        .ShouldBeEmpty();

    private static IEnumerable<string> References(string assembly) => Assembly.Load(assembly).GetReferencedAssemblies().Select(name => name.Name!);
}
