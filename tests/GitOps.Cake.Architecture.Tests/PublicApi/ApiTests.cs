using System.Reflection;

namespace GitOps.Cake.Architecture.Tests.PublicApi;

public class ApiTests
{
    private static readonly bool Approves = Environment.GetEnvironmentVariable("GITOPS_APPROVE") == "1";

    [Theory]
    [InlineData("GitOps.Cake")]
    [InlineData("GitOps.Cake.Helmfile")]
    [InlineData("GitOps.Cake.Model")]
    [InlineData("GitOps.Cake.Templates")]
    [InlineData("GitOps.Cake.Testing")]
    [InlineData("GitOps.Cake.Tools")]
    public void The_public_api_is_the_approved_one(string package) =>
        new ApiApproval(Path.Combine(Repository.Root, "nuget"), $"{package}.api", Approves).Differs(ApiText.Of(Assembly.Load(package))).ShouldBeNull();

    [Fact]
    public void Another_text_is_written_beside_until_it_is_approved()
    {
        var folder = Directory.CreateTempSubdirectory("api-approval-");
        try
        {
            string[] Files() => [.. Directory.GetFiles(folder.FullName).Select(Path.GetFileName).Order()!];
            ApiApproval Approval(bool approves) => new(folder.FullName, "A.api", approves);

            Approval(approves: false).Differs("one\n").ShouldNotBeNull().ShouldContain("+ one");
            Files().ShouldBe(["A.api.received.txt"]);
            Approval(approves: true).Differs("one\n").ShouldBeNull();
            Files().ShouldBe(["A.api.txt"]);
            Approval(approves: false).Differs("one\n").ShouldBeNull();
            Approval(approves: false).Differs("two\n").ShouldNotBeNull().ShouldContain("- one\n+ two\n");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_text_has_what_users_can_call_and_nothing_else() => string.Join('\n', Text("Sample`1", "SampleKind")).ShouldBe(
        """
        [Obsolete("old")]
        public abstract record Sample<T> : IDisposable where T : class, IDisposable
            protected Sample(int Number, string? Text = default)
            const int Most = 3
            required ImmutableArray<T?> Items { get; init; }
            protected abstract Task<string?> Name { get; }
            int Number { get; init; }
            string? Text { get; init; }
            virtual void Dispose()
            static TResult Make<TResult>(in int size, out string[] names, params IEnumerable<string?> more) where TResult : struct
        public enum SampleKind
            One = 0
            Two = 5
        """);

    // By name, since the use of an obsolete type is an error.
    private static IEnumerable<string> Text(params string[] types) =>
        types.Select(name => Type.GetType($"GitOps.Cake.Architecture.Tests.PublicApi.{name}", throwOnError: true)!).SelectMany(type => ApiType.Attributes(type).Append(ApiType.Head(type)).Concat(ApiMembers.Of(type).Select(member => $"    {member}")));
}
