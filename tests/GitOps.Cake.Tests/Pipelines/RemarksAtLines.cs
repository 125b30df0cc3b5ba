using System.Collections.Immutable;
using GitOps.Cake.GitHub;

namespace GitOps.Cake.Tests.Pipelines;

/// <summary>Errors that name a line of a file of the repository become remarks there.</summary>
public sealed class RemarksAtLines : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("remarks-");

    public RemarksAtLines()
    {
        _root.CreateSubdirectory(".git");
        File.WriteAllText(Path.Combine(_root.CreateSubdirectory("deploy/values").FullName, "web.yaml"), "");
        File.WriteAllText(Path.Combine(_root.FullName, "deploy", "helmfile.yaml"), "");
    }

    [Theory]
    [InlineData("helmfile.yaml: line 3, column 5: releases is no list.", "deploy/helmfile.yaml", 3, "releases is no list.")]
    [InlineData("  values/web.yaml: line 7: a key twice", "deploy/values/web.yaml", 7, "a key twice")]
    [InlineData("shop/web: values/web.yaml: line 7: a key twice", "deploy/values/web.yaml", 7, "a key twice")]
    [InlineData("helmfile.yaml:12:1: mapping values are not allowed", "deploy/helmfile.yaml", 12, "mapping values are not allowed")]
    [InlineData("Error: ROOT/deploy/helmfile.yaml:2: no such key", "deploy/helmfile.yaml", 2, "no such key")]
    public void A_line_that_an_error_names_gets_the_remark(string error, string path, int line, string message) =>
        Of(error.Replace("ROOT", _root.FullName, StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldBe(new(path, line, AnnotationLevel.Failure, message));

    [Theory]
    [InlineData("web/templates/config.yaml:3:3: set owner")]
    [InlineData("../../etc/passwd: line 1: x")]
    [InlineData("/etc/passwd:1: x")]
    [InlineData("https://example.com:443: refused")]
    [InlineData("nothing of the kind")]
    public void What_names_no_file_of_the_repository_gets_none(string error) => Of(error).ShouldBeEmpty();

    [Fact]
    public void Every_problem_has_its_own() =>
        Of("2 problems were found:\n  helmfile.yaml: line 3, column 5: one\n  helmfile.yaml: line 9, column 1: two").Select(remark => remark.Line).ShouldBe([3, 9]);

    public void Dispose() => _root.Delete(recursive: true);

    private ImmutableArray<CheckAnnotation> Of(string error) => ProblemAnnotations.Of(error, Path.Combine(_root.FullName, "deploy"));
}
