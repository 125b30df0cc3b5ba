using Cake.Core;
using Cake.Core.Diagnostics;

namespace Cake.Frosting.Tests.InProcess;

public sealed class OptionTests
{
    private static readonly Frosting Program = new(typeof(First), typeof(Last)) { Configure = host => host.UseSetup<Start>() };

    [Theory]
    [InlineData("--target", "last")]
    [InlineData("--Target", "Last")]
    [InlineData("-t", "LAST")]
    public void A_target_is_named_in_several_ways(string option, string target) =>
        Program.Run(option, target).ShouldSucceed("setup", "First", "Last");

    [Theory]
    [InlineData("--exclusive")]
    [InlineData("-e")]
    public void Exclusive_leaves_out_dependencies(string option) =>
        Program.Run("-t", "Last", option).ShouldSucceed("setup", "Last");

    [Theory]
    [InlineData("--dryrun")]
    [InlineData("--noop")]
    [InlineData("--whatif")]
    public void A_dry_run_wins_over_tree_and_description(string option)
    {
        var run = Program.Run("-t", "Last", "--tree", "--description", option);

        run.ShouldSucceed("setup");
        run.Output.ShouldContain("Performing dry run...");
        run.Output.ShouldContain("2. Last");
    }

    [Theory]
    [InlineData("--tree")]
    [InlineData("--showtree")]
    public void The_tree_wins_over_descriptions(string option)
    {
        var run = Program.Run("--description", option);

        run.ShouldSucceed();
        run.Output.ShouldContain("└─First");
        run.Output.ShouldNotContain("Comes first");
    }

    [Theory]
    [InlineData("--description")]
    [InlineData("--descriptions")]
    [InlineData("--showdescription")]
    [InlineData("--showdescriptions")]
    public void Descriptions_are_listed(string option)
    {
        var run = Program.Run(option);

        run.ShouldSucceed();
        run.Output.ShouldMatch(@"First\s+Comes first\s+Last\s");
    }

    [Theory]
    [InlineData("--version")]
    [InlineData("--ver")]
    public void The_version_wins_over_everything(string option)
    {
        var run = Program.Run("--info", "--dryrun", "--tree", option);

        run.ShouldSucceed();
        run.Output.Trim().Split('\n').Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("q", false)]
    [InlineData("quiet", false)]
    [InlineData("m", false)]
    [InlineData("Minimal", false)]
    [InlineData("n", true)]
    [InlineData("normal", true)]
    [InlineData("v", true)]
    [InlineData("verbose", true)]
    [InlineData("d", true)]
    [InlineData("diagnostic", true)]
    public void Verbosity_decides_what_is_logged(string verbosity, bool logged) =>
        Program.Run("-t", "First", "-v", verbosity).Output.Contains("logged by First", StringComparison.Ordinal).ShouldBe(logged);

    [Fact]
    public void Verbosity_comes_from_the_configuration_when_the_command_line_has_none()
    {
        Program.Run("-t", "First", "--settings_verbosity=quiet").Output.ShouldNotContain("logged by First");
        Program.Run("-t", "First", "--settings_verbosity=quiet", "-v", "normal").Output.ShouldContain("logged by First");
    }

    [TaskDescription("Comes first")]
    internal sealed class First(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context)
        {
            journal.Add(nameof(First));
            context.Log.Information("logged by First");
        }
    }

    [IsDependentOn(typeof(First))]
    internal sealed class Last(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Add(nameof(Last));
    }

    internal sealed class Start(Journal journal) : FrostingSetup
    {
        public override void Setup(ICakeContext context, ISetupContext info) => journal.Add("setup");
    }
}
