using GitOps.Cake.Helmfile.Planning.Comparing;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.Selection;
using GitOps.Cake.Helmfile.Tests.State;

namespace GitOps.Cake.Helmfile.Tests.Selection;

public sealed class UserChoicesTests
{
    private static StateFolder Folder(string defaults, string release) =>
        new(("deploy/helmfile.yaml", $"helmDefaults: {{{defaults}}}\nreleases:\n- {{name: a, chart: ./c, {release}}}\n"));

    private static async Task<Release> ReadAsync(StateFolder folder) =>
        (await folder.LoadAsync(new() { File = "deploy/helmfile.yaml" })).Releases.ShouldHaveSingleItem();

    [Theory]
    [InlineData("", "", "mine", "-m")]
    [InlineData("postRenderer: theirs, postRendererArgs: [-t]", "", "mine", "-m")]
    [InlineData("postRenderer: theirs, postRendererArgs: [-t]", "postRenderer: own, postRendererArgs: [-o]", "own", "-o")]
    public async Task A_post_renderer_of_the_user_wins_over_the_default_and_loses_to_the_releases_own(string defaults, string release, string program, string argument)
    {
        using var folder = Folder(defaults, release);
        var choices = new UserChoices(new("diff", new()) { PostRenderer = "mine", PostRendererArgs = ["-m"] }, folder.Path);

        var rendering = choices.Apply(await ReadAsync(folder)).Rendering;

        rendering.PostRenderer.ShouldBe(program);
        rendering.PostRendererArguments.ShouldBe([argument]);
    }

    [Theory]
    [InlineData("deploy/render.sh", "deploy")]
    [InlineData("render.sh", "")]
    [InlineData("elsewhere.sh", "deploy")]
    public async Task The_path_of_a_post_renderer_starts_at_the_state_file_or_at_the_workspace(string file, string start)
    {
        using var folder = Folder("postRenderer: ./render.sh", "");
        folder.Write(file, "");

        var rendering = (await ReadAsync(folder)).Rendering;

        rendering.PostRendererFolder.ShouldBe(Path.GetFullPath(start, folder.Path).TrimEnd('/'));
        rendering.PostRenderer.ShouldBe(Path.Combine(folder.Path, start, "render.sh"));
    }

    [Theory]
    [InlineData("", "", "user", false)]
    [InlineData("suppressOutputLineRegex: [default]", "", "user", false)]
    [InlineData("suppressOutputLineRegex: [default]", "suppressOutputLineRegex: [own]", "own", false)]
    [InlineData("suppressOutputLineRegex: [default]", "", "default", true)]
    public async Task Lines_that_the_user_hides_take_the_place_of_the_defaults(string defaults, string release, string hidden, bool byFile)
    {
        using var folder = Folder(defaults, release);
        var choices = new DiffChoices { Options = new() { SuppressOutputLineRegex = byFile ? [] : ["user"] } };

        var hides = choices.For(await ReadAsync(folder), exists: true).Rules.HiddenLines.ShouldNotBeNull();

        new[] { "user", "default", "own" }.Where(hides).ShouldBe([hidden]);
    }
}
