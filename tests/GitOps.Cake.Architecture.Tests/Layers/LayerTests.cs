namespace GitOps.Cake.Architecture.Tests.Layers;

public class LayerTests
{
    public static TheoryData<string> Projects => [.. Repository.Files(".", "*.csproj").Select(Repository.Relative)];

    public static TheoryData<string> Shared =>
    [
        .. Repository.Files(".", "Directory.Build.*").Select(Repository.Relative),
    ];

    [Theory]
    [MemberData(nameof(Projects))]
    [MemberData(nameof(Shared))]
    public void A_project_refers_only_to_what_its_layer_allows(string path) => LayerCheck.Violations(Read(path), Read).ShouldBeEmpty();

    [Fact]
    public void The_solution_has_every_project()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "GitOps.Cake.sln")).Replace('\\', '/');

        Projects.Select(row => row.Data).Where(path => !solution.Contains($"\"{path}\"", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("src/GitOps.Cake.Model/GitOps.Cake.Model.csproj", "<PackageReference Include='YamlDotNet' />", "PackageReference YamlDotNet")]
    [InlineData("src/GitOps.Cake.Model/GitOps.Cake.Model.csproj", "<Reference Include='lib/a.dll' />", "Reference lib/a.dll")]
    [InlineData("src/GitOps.Cake.Model/GitOps.Cake.Model.csproj", "<FrameworkReference Include='Microsoft.AspNetCore.App' />", "FrameworkReference Microsoft.AspNetCore.App")]
    [InlineData("src/GitOps.Cake.Helmfile/GitOps.Cake.Helmfile.csproj", "<PackageReference Include='CliWrap' Condition='false' />", "PackageReference CliWrap")]
    [InlineData("src/GitOps.Cake.Helmfile/GitOps.Cake.Helmfile.csproj", "<ProjectReference Include='..\\GitOps.Cake.Tools\\GitOps.Cake.Tools.csproj' />", "ProjectReference GitOps.Cake.Tools")]
    [InlineData("src/GitOps.Cake.Templates/GitOps.Cake.Templates.csproj", "<ProjectReference Include='../GitOps.Cake.Model/GitOps.Cake.Model.csproj' />", "ProjectReference GitOps.Cake.Model")]
    [InlineData("src/GitOps.Cake.Tools/GitOps.Cake.Tools.csproj", "<PackageReference Include='CliWrap;Cake.Frosting' />", "PackageReference Cake.Frosting")]
    [InlineData("src/GitOps.Cake.Agent/GitOps.Cake.Agent.csproj", "<ProjectReference Include='../GitOps.Cake/GitOps.Cake.csproj' />", "ProjectReference GitOps.Cake")]
    [InlineData("src/GitOps.Cake.Testing/GitOps.Cake.Testing.csproj", "<GlobalPackageReference Include='xunit.v3' />", "GlobalPackageReference xunit.v3")]
    [InlineData("src/Directory.Build.props", "<PackageReference Include='CliWrap' />", "PackageReference CliWrap")]
    [InlineData("tests/GitOps.Cake.Model.Tests/GitOps.Cake.Model.Tests.csproj", "<ProjectReference Include='../../src/GitOps.Cake.Tools/GitOps.Cake.Tools.csproj' />", "ProjectReference GitOps.Cake.Tools")]
    public void A_wrong_reference_is_found(string path, string item, string reference) =>
        LayerCheck.Violations(new(path, $"<Project><ItemGroup>{item}</ItemGroup></Project>"), Read).ShouldBe([$"{path} must not have the {reference}."]);

    [Fact]
    public void A_wrong_reference_in_an_imported_file_is_found()
    {
        var project = new ProjectFile("src/GitOps.Cake.Tools/GitOps.Cake.Tools.csproj", "<Project><Import Project='../more/cake.targets' /></Project>");

        LayerCheck.Violations(project, path => new(path, "<Project><ItemGroup><PackageReference Include='Cake.Core' /></ItemGroup></Project>"))
            .ShouldBe(["src/GitOps.Cake.Tools/GitOps.Cake.Tools.csproj must not have the PackageReference Cake.Core of src/more/cake.targets."]);
    }

    [Theory]
    [InlineData("src/GitOps.Cake.Extra/GitOps.Cake.Extra.csproj")]
    [InlineData("tests/GitOps.Cake.Extra.Tests/GitOps.Cake.Extra.Tests.csproj")]
    [InlineData("samples/Sample.csproj")]
    public void A_project_that_nobody_has_placed_is_found(string path) =>
        LayerCheck.Violations(new(path, "<Project />"), Read).ShouldBe([$"{path} is no project that the table of layers knows."]);

    [Fact]
    public void Another_sdk_is_found() =>
        LayerCheck.Violations(new("src/GitOps.Cake.Tools/GitOps.Cake.Tools.csproj", "<Project Sdk='Microsoft.NET.Sdk.Web' />"), Read).ShouldHaveSingleItem();

    private static ProjectFile Read(string path) => new(path, File.ReadAllText(Path.Combine(Repository.Root, path)));
}
