using GitOps.Cake.Conformance.Cases;

namespace GitOps.Cake.Conformance.Tests;

public sealed class CaseReaderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cases-");

    [Fact]
    public void Every_key_of_a_case_is_read()
    {
        var read = Read(
            """
            about: all of it
            needs: [cluster, helm]
            helm: [4]
            env: {ONE: 1, FLAG: on, EMPTY: ""}
            file: ""
            steps:
              - write: {values.yaml: "a: 2\n", sub/more.yaml: ""}
                helm: [uninstall, one, --namespace, hand]
                kubectl:
                  - [create, namespace, mine]
                  - [-n, mine, create, configmap, found]
                run: [-e, prod, diff, --concurrency, 2]
                compare: diff
                says: ["a.*b"]
                never: secret
                files: [events.log]
                better: {why: it is, exit: 2, releases: []}
              - run: list
                compare: list
            """);

        read.ShouldSatisfyAllConditions(
            one => one.Needs.Order().ShouldBe(["cluster", "helm"]),
            one => (one.IsFor(4), one.IsFor(3)).ShouldBe((true, false)),
            one => one.Environment.ShouldBe([("ONE", "1"), ("FLAG", "on"), ("EMPTY", "")]),
            one => one.File.ShouldBe(""),
            one => one.Steps.Length.ShouldBe(2),
            one => one.Steps[1].Run.ShouldBe(["list"]));
        read.Steps[0].ShouldSatisfyAllConditions(
            step => step.Write.ShouldBe([("values.yaml", "a: 2\n"), ("sub/more.yaml", "")]),
            step => step.Helm.ShouldHaveSingleItem().ShouldBe(["uninstall", "one", "--namespace", "hand"]),
            step => step.Kubectl.Select(call => call.Length).ShouldBe([3, 5]),
            step => step.Run.ShouldBe(["-e", "prod", "diff", "--concurrency", "2"]),
            step => step.Compare.ShouldBe(CompareKind.Diff),
            step => step.Says.ShouldHaveSingleItem().IsMatch("axb").ShouldBeTrue(),
            step => step.Never.ShouldHaveSingleItem().ToString().ShouldBe("secret"),
            step => step.Files.ShouldBe(["events.log"]),
            step => (step.Better!.Exit, step.Better.Why).ShouldBe((2, "it is")),
            step => step.Better!.Releases.ShouldNotBeNull());
    }

    [Fact]
    public void Without_a_word_about_it_the_file_is_helmfile_yaml() =>
        Read("steps: [{run: [list], compare: list}]").File.ShouldBe("helmfile.yaml");

    [Theory]
    [InlineData("steps: []", "no steps")]
    [InlineData("about: nothing", "no steps")]
    [InlineData("[]", "a map")]
    [InlineData("steps: [{compare: list}]", "step 1 has no run")]
    [InlineData("steps: [{run: [list]}]", "step 1 has no compare")]
    [InlineData("steps: [{run: [list], compare: guess}]", "\"guess\"")]
    [InlineData("steps: [{run: [list], compare: list, says: ['(']}]", "no regular expression")]
    [InlineData("steps: [{run: [list], compare: list, better: {why: so}}]", "an exit")]
    [InlineData("needs: [moon]\nsteps: [{run: [list], compare: list}]", "moon")]
    [InlineData("steps: [", "line 1")]
    public void What_cannot_be_read_is_told(string text, string problem) =>
        Should.Throw<CaseFormatException>(() => Read(text)).Message.ShouldContain(problem);

    [Fact]
    public void Cases_are_found_by_their_folders_and_chosen_by_their_names()
    {
        foreach (var path in new[] { "b/two", "a/one", "a/one/input" })
        {
            Directory.CreateDirectory(Path.Combine(_folder.FullName, path));
            File.WriteAllText(Path.Combine(_folder.FullName, path, "case.yaml"), "");
        }

        var names = CaseReader.Find(_folder.FullName).Select(found => found.Name).ToList();

        names.ShouldBe(["a/one", "b/two"]);
        names.Where(name => NameFilter.Matches(name, ["a/*"])).ShouldBe(["a/one"]);
        names.Where(name => NameFilter.Matches(name, ["two", "a"])).ShouldBe(["a/one", "b/two"]);
        names.Where(name => NameFilter.Matches(name, ["o"])).ShouldBeEmpty();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private ConformanceCase Read(string text)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "case.yaml"), text);
        return CaseReader.Read("group/name", _folder.FullName);
    }
}
