using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Tests.Limits;

/// <summary>Sprig counts chunks in floating point, so a size of none asks for endlessly many: Go ends such a call, and so does this engine.</summary>
public class ChunkingTests
{
    [Theory]
    [InlineData("chunk 0 (list 1 2 3)")]
    [InlineData("chunk 0 (list 1)")]
    [InlineData("chunk 0 list")]
    [InlineData("chunk -2 (list 1 2 3 4 5)")]
    [InlineData("chunk -1 (list 1)")]
    [InlineData("chunk -1 list")]
    public void A_size_that_makes_no_chunks_is_an_error(string call) =>
        Should.Throw<TemplateException>(() => Render(call)).Message.ShouldContain("makeslice: len out of range");

    [Theory]
    [InlineData("chunk 2 (list 1 2 3)", "[[1 2] [3]]")]
    [InlineData("chunk 5 (list 1 2)", "[[1 2]]")]
    [InlineData("chunk 3 list", "[]")]
    [InlineData("chunk -10 (list 1 2 3)", "[]")]
    public void Other_sizes_make_chunks(string call, string chunks) => Render(call).ShouldBe(chunks);

    private static string Render(string call) =>
        Template.Parse("chunks", $"{{{{ {call} }}}}").Render(new GoMap(), TestContext.Current.CancellationToken);
}
