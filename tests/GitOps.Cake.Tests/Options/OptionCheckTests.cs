using GitOps.Cake.Options;

namespace GitOps.Cake.Tests.Options;

public class OptionCheckTests
{
    private static readonly HashSet<string> NoneRead = [];

    [Theory]
    [InlineData("enviroment", "--environment")]
    [InlineData("enviornment", "--environment")]
    [InlineData("selectors", "--selector")]
    [InlineData("kubeconf", "--kubeconfig")]
    [InlineData("flie", "--file")]
    public void A_misspelled_option_is_an_error_that_names_the_right_one(string given, string meant) =>
        OptionCheck.Problems([given], NoneRead).ShouldHaveSingleItem().ShouldContain($"Did you mean {meant}?");

    [Theory]
    [InlineData("kube-context", "--context")]
    [InlineData("helm-binary", "--helm")]
    public void A_flag_of_helmfile_that_has_another_name_here_is_an_error_that_names_it(string given, string ours) =>
        OptionCheck.Problems([given], NoneRead).ShouldHaveSingleItem().ShouldContain($"is {ours} here");

    [Theory]
    [InlineData("verbosity")]
    [InlineData("target")]
    [InlineData("configuration")]
    [InlineData("my-own")]
    public void Options_of_others_pass(string given) => OptionCheck.Problems([given], NoneRead).ShouldBeEmpty();

    [Fact]
    public void An_option_that_no_task_reads_is_an_error() =>
        OptionCheck.Problems(["state"], NoneRead).ShouldHaveSingleItem().ShouldContain("no task of this run reads it");

    [Fact]
    public void An_option_that_a_task_reads_passes() => OptionCheck.Problems(["state"], new HashSet<string> { "state" }).ShouldBeEmpty();

    [Fact]
    public void All_problems_are_told_at_once() => OptionCheck.Problems(["state", "enviroment"], NoneRead).Length.ShouldBe(2);
}
