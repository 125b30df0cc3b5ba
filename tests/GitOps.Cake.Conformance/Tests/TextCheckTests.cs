using GitOps.Cake.Conformance.Answers;
using GitOps.Cake.Conformance.Cases;
using GitOps.Cake.Conformance.Reporting;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Conformance.Tests;

public class TextCheckTests
{
    [Fact]
    public void What_has_to_be_told_is_missed_in_stderr_alone()
    {
        using var recording = new Recording(exit: 1);

        Of("first\nrelease web failed").ShouldBe(Verdict.Same);
        Of("no word").ShouldBe(Verdict.Different);
        recording.Judge(CompareKind.Error, new() { Exit = 1, Output = "release web" }, step: Says).Verdict.ShouldBe(Verdict.Different);

        Verdict Of(string told) => recording.Judge(CompareKind.Error, new() { Exit = 1, Error = told }, step: Says).Verdict;
        static CaseStep Says(CaseStep step) => step with { Says = Recording.Patterns("^release web") };
    }

    [Theory]
    [InlineData("hunter2", "", "")]
    [InlineData("", "a hunter2", "")]
    [InlineData("", "", "\"hunter2\"")]
    public void What_must_not_be_shown_is_found_wherever_it_is(string output, string error, string plan)
    {
        using var recording = new Recording();

        recording.Judge(CompareKind.Error, new() { Exit = 0, Output = output, Error = error, Plan = plan }, step: Never).Verdict.ShouldBe(Verdict.Different);
        recording.Judge(CompareKind.Error, new() { Exit = 0, Output = "fine" }, step: Never).Verdict.ShouldBe(Verdict.Same);

        static CaseStep Never(CaseStep step) => step with { Never = Recording.Patterns("hunter2") };
    }

    [Fact]
    public void Files_are_compared_byte_by_byte_and_a_missing_one_has_to_be_missing()
    {
        using var recording = new Recording().Add("files/events.log", "one\ntwo\n");

        Of(new() { ["events.log"] = "one\ntwo\n" }).ShouldBe(Verdict.Same);
        Of(new() { ["events.log"] = "two\none\n" }).ShouldBe(Verdict.Different);
        Of(new() { ["events.log"] = "one\ntwo" }).ShouldBe(Verdict.Different);
        Of([]).ShouldBe(Verdict.Different);
        Of(new() { ["events.log"] = "one\ntwo\n", ["gone.txt"] = "" }).ShouldBe(Verdict.Different);

        Verdict Of(Dictionary<string, string> files) =>
            recording.Judge(CompareKind.Error, new() { Exit = 0 }, files: files, step: step => step with { Files = ["events.log", "gone.txt"] }).Verdict;
    }

    [Theory]
    [InlineData(0, "[]", "Same")]
    [InlineData(1, "[]", "Better")]
    [InlineData(2, "[]", "Different")]
    [InlineData(1, """[{"name":"a","namespace":"x"}]""", "Different")]
    public void A_better_answer_is_that_one_or_helmfiles_and_no_other(int exit, string releases, string verdict)
    {
        using var recording = new Recording(releases: "[]");

        recording.Judge(CompareKind.Sync, new() { Exit = exit }, releases, step: Better).Verdict.ToString().ShouldBe(verdict);

        static CaseStep Better(CaseStep step) => step with { Better = new("it is", 1, YamlReader.Read("[]")) };
    }

    [Fact]
    public void A_better_answer_still_has_to_tell_what_is_asked_for()
    {
        using var recording = new Recording();

        recording.Judge(CompareKind.Error, new() { Exit = 1 }, step: Better).Verdict.ShouldBe(Verdict.Different);
        recording.Judge(CompareKind.Error, new() { Exit = 1, Error = "web" }, step: Better).Verdict.ShouldBe(Verdict.Better);

        static CaseStep Better(CaseStep step) => step with { Says = Recording.Patterns("web"), Better = new("it is", 1, Releases: null) };
    }

    [Fact]
    public void A_refusal_is_neither_right_nor_wrong()
    {
        using var recording = new Recording(exit: 1);

        recording.Judge(CompareKind.Error, new() { Exit = 1, Refusal = "no HCL" }).ShouldSatisfyAllConditions(
            result => result.Verdict.ShouldBe(Verdict.Refused),
            result => result.Details.ShouldBe(["no HCL"]));
    }

    [Fact]
    public void A_recording_without_a_number_as_its_exit_is_a_difference()
    {
        using var recording = new Recording().Add("exit", "none");

        recording.Judge(CompareKind.Error, new EngineAnswer { Exit = 0 }).Verdict.ShouldBe(Verdict.Different);
    }
}
