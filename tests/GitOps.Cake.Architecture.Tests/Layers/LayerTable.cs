namespace GitOps.Cake.Architecture.Tests.Layers;

/// <summary>
/// The layers: arrows point one way only. The model knows nothing but .NET, the engine talks to the outside through ports, the tools are
/// the other side of the ports, and Cake is known to the topmost project alone.
/// </summary>
internal static class LayerTable
{
    private static readonly string[] TestPackages = ["Microsoft.NET.Test.Sdk", "Shouldly", "xunit.runner.visualstudio", "xunit.v3.mtp-off"];

    /// <summary>The rule of a project or of a file that projects import, by its path; null where nobody has said what it is.</summary>
    public static LayerRule? RuleOf(string path) => path switch
    {
        "src/GitOps.Cake.Model/GitOps.Cake.Model.csproj" => new(),
        "src/GitOps.Cake.Templates/GitOps.Cake.Templates.csproj" => new() { Packages = ["YamlDotNet", "BouncyCastle.Cryptography"] },
        "src/GitOps.Cake.Helmfile/GitOps.Cake.Helmfile.csproj" => new()
        {
            Projects = ["GitOps.Cake.Model", "GitOps.Cake.Templates"],
            Packages = ["YamlDotNet"],
        },
        "src/GitOps.Cake.Tools/GitOps.Cake.Tools.csproj" => new()
        {
            Projects = ["GitOps.Cake.Model", "GitOps.Cake.Helmfile"],
            Packages = ["CliWrap", "Octokit", "KubernetesClient"],
        },
        "src/GitOps.Cake/GitOps.Cake.csproj" => new() { Projects = ["GitOps.Cake.Tools", "Cake.Frosting"], Packages = ["Cake.Frosting"] },
        "src/GitOps.Cake.Testing/GitOps.Cake.Testing.csproj" => new() { Projects = ["GitOps.Cake.Tools"] },
        "src/GitOps.Cake.Agent/GitOps.Cake.Agent.csproj" => new()
        {
            Projects = ["GitOps.Cake.Tools"],
            Frameworks = ["Microsoft.AspNetCore.App"],
        },
        "src/Cake.Frosting/Cake.Frosting.csproj" => new()
        {
            Packages = ["Cake.Tool", "Microsoft.Extensions.DependencyInjection", "Spectre.Console"],
            Assemblies = true,
        },
        "build/Build.csproj" => new() { Projects = ["GitOps.Cake", "GitOps.Cake.Testing"] },
        "Directory.Build.props" or "Directory.Build.targets" or "src/Directory.Build.props" or "src/Directory.Build.targets" => new(),
        "tests/Directory.Build.props" => new() { Packages = TestPackages },
        _ => RuleOfTests(path),
    };

    private static LayerRule? RuleOfTests(string path) => path switch
    {
        "tests/GitOps.Cake.Architecture.Tests/GitOps.Cake.Architecture.Tests.csproj" => new()
        {
            Projects =
            [
                "GitOps.Cake", "GitOps.Cake.Helmfile", "GitOps.Cake.Model", "GitOps.Cake.Templates", "GitOps.Cake.Testing", "GitOps.Cake.Tools",
            ],
        },
        "tests/GitOps.Cake.EndToEnd/GitOps.Cake.EndToEnd.csproj" => new()
        {
            Projects = ["Build", "GitOps.Cake", "GitOps.Cake.Testing", "GitOps.Cake.Dummy"],
        },
        "tests/GitOps.Cake.Benchmarks/GitOps.Cake.Benchmarks.csproj" => new() { Projects = ["GitOps.Cake", "GitOps.Cake.Testing"] },
        "tests/GitOps.Cake.Conformance/GitOps.Cake.Conformance.csproj" => new() { Projects = ["GitOps.Cake.Testing"] },
        "tests/GitOps.Cake.Dummy/GitOps.Cake.Dummy.csproj" => new() { Projects = ["GitOps.Cake.Tools"] },
        "tests/GitOps.Cake.Testing.Owner/GitOps.Cake.Testing.Owner.csproj" => new() { Projects = ["GitOps.Cake.Testing"] },
        "tests/Cake.Frosting.Sample/Cake.Frosting.Sample.csproj" => new() { Projects = ["Cake.Frosting"] },
        "tests/Cake.Frosting.Tests/Cake.Frosting.Tests.csproj" => new() { Projects = ["Cake.Frosting", "Cake.Frosting.Sample"] },
        "tests/GitOps.Cake.Model.Tests/GitOps.Cake.Model.Tests.csproj" => new() { Projects = ["GitOps.Cake.Model"], Packages = ["Markdig"] },
        _ when TestedBy(path) is { } tested => new() { Projects = [tested, "GitOps.Cake.Testing", "GitOps.Cake.Testing.Owner", "GitOps.Cake.Dummy"] },
        _ => null,
    };

    // tests/X.Tests/X.Tests.csproj tests the project X of src.
    private static string? TestedBy(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return path == $"tests/{name}/{name}.csproj" && name.EndsWith(".Tests", StringComparison.Ordinal)
            && RuleOf($"src/{name[..^6]}/{name[..^6]}.csproj") is not null
            ? name[..^6]
            : null;
    }
}
