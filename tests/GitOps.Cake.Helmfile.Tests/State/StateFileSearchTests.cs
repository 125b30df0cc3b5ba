
namespace GitOps.Cake.Helmfile.Tests.State;

public sealed class StateFileSearchTests
{
    private const string Empty = "releases: []\n";

    [Theory]
    [InlineData("helmfile.yaml")]
    [InlineData("helmfile.yaml.gotmpl")]
    public async Task The_file_of_a_workspace_is_found(string name)
    {
        using var folder = new StateFolder((name, Empty));

        (await folder.LoadAsync()).File.ShouldBe(name);
    }

    [Fact]
    public async Task The_files_of_helmfile_d_are_taken_by_name()
    {
        using var folder = new StateFolder(
            ("helmfile.d/b.yml", Empty), ("helmfile.d/a.yaml.gotmpl", Empty), ("helmfile.d/c.yaml", Empty), ("helmfile.d/notes.txt", ""));

        (await folder.LoadAllAsync()).Select(loaded => loaded.File)
            .ShouldBe(["helmfile.d/a.yaml.gotmpl", "helmfile.d/b.yml", "helmfile.d/c.yaml"]);
    }

    [Fact]
    public async Task A_named_file_starts_at_the_workspace()
    {
        using var folder = new StateFolder(("deploy/shop.yaml", Empty), ("helmfile.yaml", Empty));

        var loaded = await folder.LoadAsync(new() { File = "deploy/shop.yaml" });

        loaded.File.ShouldBe("deploy/shop.yaml");
        loaded.Folder.ShouldBe(Path.Combine(folder.Path, "deploy"));
    }

    [Fact]
    public async Task A_named_folder_stands_for_its_files()
    {
        using var folder = new StateFolder(("deploy/b.yaml", Empty), ("deploy/a.yaml", Empty));

        (await folder.LoadAllAsync(new() { File = "deploy" })).Select(loaded => loaded.File).ShouldBe(["deploy/a.yaml", "deploy/b.yaml"]);
    }

    [Theory]
    [InlineData("helmfile.yaml", "helmfile.yaml.gotmpl")]
    [InlineData("helmfile.yaml", "helmfile.d/a.yaml")]
    [InlineData("helmfile.yaml.gotmpl", "helmfile.d/a.yaml")]
    public async Task Two_files_that_could_be_meant_are_an_error_that_names_both(string one, string other)
    {
        using var folder = new StateFolder((one, Empty), (other, Empty));

        var error = await folder.ErrorAsync();

        error.ShouldContain(one);
        error.ShouldContain(other.Split('/')[0]);
    }

    [Fact]
    public async Task No_file_is_an_error_that_says_how_one_is_called()
    {
        using var folder = new StateFolder();

        (await folder.ErrorAsync()).ShouldContain("No state file was found");
    }

    [Fact]
    public async Task A_named_file_that_is_missing_is_an_error()
    {
        using var folder = new StateFolder(("helmfile.yaml", Empty));

        (await folder.ErrorAsync(new HelmfileScope { File = "deploy/helmfile.yaml" })).ShouldContain("deploy/helmfile.yaml does not exist");
    }
}
