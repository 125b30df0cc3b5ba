namespace GitOps.Cake.Architecture.Tests.Conventions;

public class ConventionTests
{
    [Fact]
    public void Source_files_have_one_public_type_and_clear_names()
    {
        var files = Repository.Files("src", "*.cs").Select(path => new SourceFile(Repository.Relative(path), File.ReadAllText(path))).ToList();

        files.Count.ShouldBeGreaterThan(100);
        files.SelectMany(file => file.Violations()).ShouldBeEmpty();
    }

    [Fact]
    public void Every_source_file_has_a_file_scoped_namespace_of_ours() => Repository.Files("src", "*.cs")
        .Select(path => new SourceFile(Repository.Relative(path), File.ReadAllText(path)))
        .Where(file => file.Types.Any() && file.Namespace is not ("GitOps.Cake" or "Cake.Frosting")
            && !(file.Namespace ?? "").StartsWith("GitOps.Cake.", StringComparison.Ordinal)
            && !(file.Namespace ?? "").StartsWith("Cake.Frosting.", StringComparison.Ordinal))
        .Select(file => file.Path)
        .ShouldBeEmpty();

    [Theory]
    [InlineData("A.cs", "public class A;\npublic record B(int C);", "A.cs has 2 public types: A, B.")]
    [InlineData("A.cs", "public sealed record B;", "A.cs is not named after its public type B.")]
    [InlineData("A.cs", "public delegate Task<int> B(string text);", "A.cs is not named after its public type B.")]
    [InlineData("A.cs", "public abstract class B<TContext> : A", "A.cs is not named after its public type B{TContext}.")]
    [InlineData("A.cs", "internal static class PathHelper", "A.cs: PathHelper says nothing about what it does.")]
    [InlineData("A.cs", "public class A\n{\n    private sealed class StateManager;\n}", "A.cs: StateManager says nothing about what it does.")]
    [InlineData("A.cs", "namespace GitOps.Cake.Kubernetes;\n\npublic class A;", "A.cs: a namespace must not have the part Kubernetes.")]
    [InlineData("A.cs", "namespace GitOps.Cake.Process;\n\npublic class A;", "A.cs: a namespace must not have the part Process.")]
    [InlineData("A.cs", "namespace GitOps.Cake.Common;\n\npublic class A;", "A.cs: a namespace must not have the part Common.")]
    public void What_is_against_the_conventions_is_found(string path, string text, string violation) =>
        new SourceFile(path, text).Violations().ShouldContain(violation);

    [Theory]
    [InlineData("A.cs", "namespace GitOps.Cake.Processes;\n\npublic class A\n{\n    public enum Kind;\n}\n\ninternal class B;")]
    [InlineData("A.Part.cs", "public partial class A")]
    [InlineData("A.cs", "public abstract class A<TContext> : B")]
    [InlineData("A{TContext}.cs", "public abstract class A<TContext>\n    where TContext : class")]
    [InlineData("A{TIn,TOut}.cs", "public interface A<in TIn, out TOut>")]
    [InlineData("A.cs", "/// public record of things\npublic static class A")]
    public void What_follows_the_conventions_is_left_alone(string path, string text) => new SourceFile(path, text).Violations().ShouldBeEmpty();
}
