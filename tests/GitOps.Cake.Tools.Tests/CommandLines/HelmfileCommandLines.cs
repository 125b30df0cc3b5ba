using GitOps.Cake.Helmfile;
using GitOps.Cake.Helmfile.Cli.Arguments;
using GitOps.Cake.Helmfile.Cli.Programs;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.CommandLines;

public class HelmfileCommandLines
{
    public static TheoryData<string> Cases => new(CommandLineCases.All.Select(entry => entry.ToString()));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_option_becomes_its_words(string name)
    {
        var entry = CommandLineCases.All.First(entry => entry.ToString() == name);

        entry.Shown.ShouldBe(entry.Expected);
    }

    [Fact]
    public void Every_flag_of_helmfile_has_a_setting_or_a_reason_to_be_left_out()
    {
        var cases = CommandLineCases.All.ToList();
        var missing =
            from command in HelmfileFlags.ByCommand
            from flag in command.Value
            where !cases.Exists(entry => entry.Command == command.Key && entry.Expected.Any(word => word.Split('=')[0] == flag))
                && !LeftOutFlags.All.Any(left => left.Command == command.Key && left.Flag == flag)
            select $"{command.Key} {flag}";

        missing.ShouldBeEmpty();
    }

    [Fact]
    public void No_flag_that_is_left_out_is_given_all_the_same() => CommandLineCases.All
        .SelectMany(entry => entry.Expected.Select(word => (entry.Command, Flag: word.Split('=')[0])))
        .Where(given => LeftOutFlags.All.Any(left => left.Command == given.Command && left.Flag == given.Flag && left.Flag != "--output"))
        .ShouldBeEmpty();

    [Fact]
    public void No_option_is_given_that_helmfile_does_not_have() => CommandLineCases.All
        .SelectMany(entry => entry.Expected.Select(word => (entry.Command, Flag: word.Split('=')[0])))
        .Where(given => given.Flag.StartsWith("--", StringComparison.Ordinal) && given.Flag != "--enforce-plugin-verification")
        .Where(given => !HelmfileFlags.ByCommand[given.Command].Contains(given.Flag))
        .ShouldBeEmpty();

    [Theory]
    [InlineData("--output=json", "--output")]
    [InlineData("--show-secrets", "--show-secrets")]
    [InlineData("-C", "-C")]
    [InlineData("--kube-context=other", "--kube-context")]
    [InlineData("two words", "blanks")]
    public void Free_words_with_a_flag_of_the_reader_or_the_scope_are_refused(string word, string named)
    {
        HelmfileApplySettings settings = new() { Scope = new(), Args = [word], Diff = new() { DiffArgs = [word] } };

        var refusal = Should.Throw<InvalidSettingsException>(() => SettingsCheck.Require(settings));
        refusal.Problems.Length.ShouldBe(2);
        refusal.Problems.ShouldAllBe(problem => problem.Contains(named));
        refusal.Message.ShouldContain("DiffArgs");
    }

    [Fact]
    public void Settings_that_exclude_each_other_are_refused_all_at_once()
    {
        HelmfileApplySettings settings = new()
        {
            Scope = new() { Selectors = ["tier"], Concurrency = 0 },
            Upgrade = new() { Wait = true, Track = new() { Mode = TrackMode.Kubedog } },
            Validate = true,
            TemplateArgs = ["--dry-run=server"],
            OnFailure = FailurePolicy.SkipDependents,
            DryRun = true,
        };

        Should.Throw<InvalidSettingsException>(() => SettingsCheck.Require(settings)).Problems.Length.ShouldBe(6);
        Should.Throw<InvalidSettingsException>(() => SettingsCheck.Require(new HelmfileSyncSettings { Scope = new(), Upgrade = new() { Track = new() { Logs = true } } }))
            .Message.ShouldContain("Kubedog");
        Should.Throw<InvalidSettingsException>(() => SettingsCheck.Require(new HelmfileTemplateSettings { Scope = new(), OutputDirTemplate = "x" })).Message.ShouldContain("OutputDir");
        Should.Throw<InvalidSettingsException>(() => SettingsCheck.Require(new HelmfileFetchSettings { Scope = new(), WriteOutput = true })).Message.ShouldContain("OutputDir");
    }

    [Theory]
    [InlineData("--sequential-helmfiles", "1.3.0")]
    [InlineData("--repo-retries", "1.7.2")]
    [InlineData("--oci-plain-http", "1.2.0")]
    [InlineData("print-env", "1.2.2")]
    [InlineData("unittest", "1.3.0")]
    [InlineData("create", "1.5.0")]
    [InlineData("--track-mode", "1.4.0")]
    [InlineData("apply --timeout", "1.4.3")]
    [InlineData("--server-side", "1.5.4")]
    [InlineData("--template-args", "1.7.0")]
    [InlineData("--skip-diff-validation-on-install", "1.7.3")]
    public void A_flag_or_command_that_the_installed_helmfile_lacks_is_refused_with_the_version_that_has_it(string word, string since)
    {
        Argument[] line = ["--no-color", .. word.Split(' ')];
        CliTools old = new(new("helmfile", new(1, 1, 9)), null, null);

        var refusal = Should.Throw<InvalidSettingsException>(() => NewerFlags.Refuse(line, old));
        refusal.Message.ShouldBe($"{word} needs helmfile {since} or later, and 1.1.9 is installed: update it, or leave the option out.");
        Should.NotThrow(() => NewerFlags.Refuse(line, old with { Helmfile = new("helmfile", new(1, 8, 0)) }));
    }

    [Fact]
    public void A_flag_that_helm_or_its_plugin_lacks_is_refused_as_well()
    {
        Argument[] line = ["apply", "--server-side", "true", "--hide-notes"];
        CliTools tools = new(new("helmfile", new(1, 8, 0)), new("helm", new(3, 15, 0)), new(3, 10, 0));

        Should.Throw<InvalidSettingsException>(() => NewerFlags.Refuse(line, tools)).Problems.Length.ShouldBe(3);
    }
}
