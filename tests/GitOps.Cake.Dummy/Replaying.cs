using System.Runtime.InteropServices;
using System.Text.Json;

namespace GitOps.Cake.Dummy;

/// <summary>
/// Plays helmfile and helm: answers a command as a recorded call did. The variable <c>DUMMY_STORY</c> names a file with an object per
/// program, in which the words of commands are the keys: <c>{"helmfile": {"diff": {"stdout": "…", "stderr": "…", "exit": 2}}}</c>. One
/// with <c>"waits": true</c> says on its standard error that it waits, and answers once it is interrupted.
/// </summary>
internal static class Replaying
{
    private const int NoAnswer = 64;

    public static async Task<int> AnswerAsync(string program, string[] words)
    {
        var story = Environment.GetEnvironmentVariable("DUMMY_STORY") ?? throw new InvalidOperationException("DUMMY_STORY names no file.");
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(story).ConfigureAwait(false));
        await File.AppendAllTextAsync($"{story}.calls", $"{program} {string.Join(' ', words)}\n").ConfigureAwait(false);
        foreach (var word in words)
        {
            if (json.RootElement.GetProperty(program).TryGetProperty(word, out var answer))
                return await PlayAsync(answer).ConfigureAwait(false);
        }

        await Console.Error.WriteLineAsync($"The story has no answer to: {program} {string.Join(' ', words)}").ConfigureAwait(false);
        return NoAnswer;
    }

    private static async Task<int> PlayAsync(JsonElement answer)
    {
        if (answer.TryGetProperty("waits", out var waits) && waits.GetBoolean())
            await WaitAsync().ConfigureAwait(false);

        await Console.Error.WriteAsync(answer.GetProperty("stderr").GetString()).ConfigureAwait(false);
        await Console.Out.WriteAsync(answer.GetProperty("stdout").GetString()).ConfigureAwait(false);
        return answer.GetProperty("exit").GetInt32();
    }

    private static async Task WaitAsync()
    {
        var interrupted = new TaskCompletionSource();
        using var registration = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            context.Cancel = true;
            interrupted.TrySetResult();
        });
        await Console.Error.WriteLineAsync($"waiting {Environment.ProcessId}").ConfigureAwait(false);
        await interrupted.Task.ConfigureAwait(false);
    }
}
