namespace GitOps.Cake.Helmfile.State.Schema;

/// <summary>The keys of <c>llm</c>.</summary>
internal static class LlmSchema
{
    public static SectionSchema Instance { get; } = new(
        "llm",
        Key.Text("baseURL", "the address of the service"),
        Key.Text("apiKey", "the key to it"),
        Key.Text("model", "the model that is asked"),
        Key.Any("timeout", "how long an answer may take"),
        Key.Number("maxTokens", "how long an answer may be"),
        Key.Fraction("temperature", "how much answers may vary"));
}
