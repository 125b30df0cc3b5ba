using GitOps.Cake.Conformance.Engine;
using GitOps.Cake.Helmfile;

namespace GitOps.Cake.Conformance.Tests;

public class CommandLineTests
{
    [Fact]
    public void Global_flags_stand_before_or_behind_the_command()
    {
        var line = CommandLine.Parse(["-e", "prod", "-l", "tier=web", "list", "--selector=name=a,x=y", "-nspace", "-q", "--output", "json"]);

        line.Command.ShouldBe("list");
        line.Text("environment").ShouldBe("prod");
        line.Texts("selector").ShouldBe(["tier=web", "name=a,x=y"]);
        line.Text("namespace").ShouldBe("space");
        line.IsOn("quiet").ShouldBeTrue();
        line.Text("output").ShouldBe("json");
    }

    [Theory]
    [InlineData("--skip-needs=false", NeedsMode.Require)]
    [InlineData("--skip-needs", NeedsMode.Ignore)]
    [InlineData("--include-needs", NeedsMode.Include)]
    [InlineData("--include-transitive-needs", NeedsMode.IncludeTransitive)]
    public void The_flags_about_needs_become_one_choice(string flag, NeedsMode mode) =>
        new SettingsReader(CommandLine.Parse(["template", flag]), new()).Needs.Mode.ShouldBe(mode);

    [Fact]
    public void Words_of_a_text_are_split() =>
        new SettingsReader(CommandLine.Parse(["diff", "--diff-args", "--three-way-merge  --context 3"]), new()).Diff.Diff.DiffArgs
            .ShouldBe(["--three-way-merge", "--context", "3"]);

    [Theory]
    [InlineData("frobnicate", "unknown command \"frobnicate\"")]
    [InlineData("list --include-crds", "unknown flag: --include-crds")]
    [InlineData("--embed-values build", "unknown flag: --embed-values")]
    [InlineData("list -x", "unknown shorthand flag: 'x'")]
    [InlineData("list --e prod", "unknown flag: --e")]
    [InlineData("list -e", "flag needs an argument: -e")]
    [InlineData("diff --context many", "invalid argument \"many\" for \"--context\"")]
    [InlineData("--color --no-color list", "--color and --no-color")]
    [InlineData("-e prod", "no command")]
    public void What_helmfile_does_not_take_is_no_command_line(string line, string problem) =>
        Should.Throw<CommandLineException>(() => CommandLine.Parse([.. line.Split(' ')])).Message.ShouldContain(problem);
}
