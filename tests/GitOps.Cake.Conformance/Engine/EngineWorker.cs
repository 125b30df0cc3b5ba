using System.Text.Json;

namespace GitOps.Cake.Conformance.Engine;

/// <summary>The child's side: a request per line of standard input, an answer per line of standard output.</summary>
internal static class EngineWorker
{
    public const string Switch = "--answer-for-the-engine";

    public static async Task<int> ServeAsync()
    {
        using var answers = new StreamWriter(Console.OpenStandardOutput());
        using var requests = new StreamReader(Console.OpenStandardInput());
        // What anybody prints must not be taken for an answer.
        Console.SetOut(Console.Error);
        while (await requests.ReadLineAsync() is { } line)
        {
            var request = JsonSerializer.Deserialize<EngineRequest>(line)!;
            var answer = await HelmfileCall.AnswerAsync(request, CancellationToken.None);
            await answers.WriteLineAsync(JsonSerializer.Serialize(answer));
            await answers.FlushAsync();
        }

        return 0;
    }
}
