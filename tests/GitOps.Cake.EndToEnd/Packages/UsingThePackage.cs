using System.Diagnostics;
using System.IO.Compression;
using System.Xml.Linq;
using GitOps.Cake.EndToEnd.Deploying;

namespace GitOps.Cake.EndToEnd.Packages;

/// <summary>What a stranger does: one reference to the package in a project of their own, outside this repository.</summary>
public sealed class UsingThePackage(SharedCluster shared, PackageFeed feed) : IClassFixture<PackageFeed>
{
    private const string Program = """
        using Cake.Core;
        using Cake.Frosting;
        using GitOps.Cake;
        using GitOps.Cake.Helmfile;

        return new CakeHost().UseGitOps<BuildContext>().Run(args);

        public sealed class BuildContext(ICakeContext cake, GitOpsSession session) : GitOpsContext(cake, session)
        {
            public override HelmfileScope Helmfile => base.Helmfile with
            {
                File = "deploy/helmfile.yaml",
                Environment = Argument("environment", "staging"),
            };
        }

        [TaskName("Preview"), IsDependentOn(typeof(HelmfileDiff))]
        public sealed class Preview : FrostingTask<BuildContext>;

        [TaskName("Deploy"), OnPush("main"), IsDependentOn(typeof(HelmfileApply))]
        public sealed class Deploy : FrostingTask<BuildContext>;

        [TaskName("Production"), OnComment("/deploy production")]
        public sealed class Production : HelmfileApplyTask<BuildContext>
        {
            protected override HelmfileApplySettings Settings(BuildContext context) =>
                new() { Scope = context.Helmfile with { Environment = "production" }, Timeout = TimeSpan.FromMinutes(10) };
        }
        """;

    [Fact]
    public async Task A_build_of_ones_own_diffs_and_applies_a_helmfile_and_code_wins_over_the_command_line()
    {
        using var project = new Project(await shared.GetAsync());
        project
            .Write("build/Build.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable></PropertyGroup><ItemGroup><PackageReference Include=\"GitOps.Cake\" Version=\"0.1.0\" /></ItemGroup></Project>")
            .Write("build/Program.cs", Program)
            .Write("build/nuget.config", feed.Configuration)
            .Write("build.sh", "#!/bin/sh\nexec dotnet run --project \"$(dirname \"$0\")/build/Build.csproj\" -- \"$@\"\n")
            .Write("deploy/chart/Chart.yaml", "apiVersion: v2\nname: settings\nversion: 1.0.0\n")
            .Write("deploy/chart/templates/config.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}\n")
            .Write("deploy/helmfile.yaml", $"environments:\n  staging: {{}}\n  production: {{}}\n---\nreleases:\n  - name: one\n    namespace: {project.Namespace}\n    chart: ./chart\n");
        Directory.CreateDirectory(Path.Combine(project.Folder, ".git"));

        (await RunAsync(project, "--target=HelmfileDiff")).Output.ShouldContain("1 to install");
        (await RunAsync(project, "--target=Preview")).Output.ShouldContain("deploy/helmfile.yaml:staging");
        (await RunAsync(project, "--target=Production")).Output.ShouldContain("1 installed");
        (await RunAsync(project, "--target=HelmfileDiff", "--environment=production")).Output.ShouldContain("No changes.");
    }

    [Fact]
    public void The_package_depends_on_the_central_versions_and_on_the_real_Frosting()
    {
        var central = XDocument.Load(ThisRepository.PathOf("Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(item => item.Attribute("Include")!.Value, item => item.Attribute("Version")!.Value, StringComparer.Ordinal);
        foreach (var package in Directory.EnumerateFiles(feed.Folder, "GitOps.Cake*.nupkg"))
        {
            foreach (var (id, version) in Dependencies(package).Where(dependency => !dependency.Id.StartsWith("GitOps.Cake", StringComparison.Ordinal)))
                version.ShouldBe(central[id], $"{id} in {Path.GetFileName(package)}");
        }

        var own = Dependencies(Path.Combine(feed.Folder, "GitOps.Cake.0.1.0.nupkg")).ToList();
        own.ShouldContain(("Cake.Frosting", "7.0.0"));
        own.ShouldNotContain(dependency => dependency.Id == "Cake.Tool");
    }

    private static IEnumerable<(string Id, string Version)> Dependencies(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        using var nuspec = archive.Entries.Single(entry => entry.Name.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return [.. XDocument.Load(nuspec).Descendants().Where(element => element.Name.LocalName == "dependency")
            .Select(element => (element.Attribute("id")!.Value, element.Attribute("version")!.Value))];
    }

    private async Task<ProgramRun> RunAsync(Project project, params string[] arguments)
    {
        var cluster = await shared.GetAsync();
        var start = new ProcessStartInfo("sh",
        [
            Path.Combine(project.Folder, "build.sh"), .. arguments, $"--kubeconfig={cluster.KubeConfigPath}", $"--context={cluster.Context}", $"--helm={RealTools.Helm(4)}",
        ]);
        (start.WorkingDirectory, start.RedirectStandardOutput, start.RedirectStandardError) = (project.Folder, true, true);
        feed.Prepare(start);
        using var run = Process.Start(start)!;
        return (await BuildProgram.ReadAsync(run)).ShouldSucceed();
    }
}
