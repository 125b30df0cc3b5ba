using GitOps.Cake.Conformance.Suites;

namespace GitOps.Cake.Conformance.Tests;

public class TextArchiveTests
{
    [Fact]
    public void Files_come_out_as_they_went_in()
    {
        (string, string)[] files = [("case.yaml", "a: 1\n---\nb: 2\n"), ("empty.txt", ""), ("sub/lines.txt", "\n\n-- \n--\n"), ("last", "x\n")];

        TextArchive.Read(TextArchive.Write(files)).ShouldBe(files);
    }

    [Theory]
    [InlineData("no newline")]
    [InlineData("-- looks like a head --\n")]
    [InlineData("carriage\r\n")]
    public void What_would_not_come_out_the_same_does_not_go_in(string content) =>
        Should.Throw<InvalidDataException>(() => TextArchive.Write([("file", content)]));

    [Fact]
    public void The_suite_of_this_project_holds_cases_answers_and_charts()
    {
        using var suite = new OwnSuite();

        Cases.CaseReader.Find(suite.Cases).Length.ShouldBeGreaterThanOrEqualTo(297);
        Directory.GetDirectories(suite.Recorded).Select(Path.GetFileName).Order().ShouldBe(["3", "4"]);
        File.Exists(Path.Combine(suite.Charts, "web", "Chart.yaml")).ShouldBeTrue();
    }
}
