using System.Text.Json.Nodes;
using KlaviyoLinq.NotebookRunner.Documents;

namespace KlaviyoLinq.NotebookRunner.Tests;

public sealed class NotebookFileTests
{
    // As Jupyter writes it: one space of indentation, sorted keys, letters as they are, a newline at the end.
    private const string AsJupyterWrites =
        """
        {
         "cells": [
          {
           "attachments": {
            "a.png": {
             "image/png": "AAAA"
            }
           },
           "cell_type": "markdown",
           "id": "text",
           "metadata": {
            "of": {
             "another": "tool"
            }
           },
           "source": [
            "# Käse\n",
            "1.50 & <b>"
           ]
          },
          {
           "cell_type": "code",
           "execution_count": 1,
           "id": "code",
           "metadata": {
            "collapsed": false
           },
           "outputs": [
            {
             "name": "stdout",
             "output_type": "stream",
             "text": [
              "one\n",
              "zwölf \"drei\" \\ \u001b 😀"
             ]
            },
            {
             "data": {
              "text/plain": [
               "7"
              ]
             },
             "execution_count": 1,
             "metadata": {},
             "output_type": "execute_result"
            }
           ],
           "source": [
            "7"
           ]
          },
          {
           "cell_type": "code",
           "execution_count": 2,
           "id": "empty",
           "metadata": {},
           "outputs": [],
           "source": []
          }
         ],
         "metadata": {
          "language_info": {
           "name": "C#"
          },
          "widgets": 1.0
         },
         "nbformat": 4,
         "nbformat_minor": 5
        }

        """;

    [Fact]
    public void Outputs_are_written_as_Jupyter_writes_them()
    {
        Notebook notebook = Notebook.Parse(AsJupyterWrites);

        // The same outputs, made anew: members in another order.
        JsonArray outputs =
        [
            new JsonObject { ["output_type"] = "stream", ["text"] = MultilineText.Write("one\nzwölf \"drei\" \\ \u001b 😀"), ["name"] = "stdout" },
            new JsonObject
            {
                ["output_type"] = "execute_result",
                ["metadata"] = new JsonObject(),
                ["execution_count"] = 1,
                ["data"] = new JsonObject { ["text/plain"] = MultilineText.Write("7") },
            },
        ];
        notebook.With([new CellResult(1, outputs, null), new CellResult(2, [], null)]).Should().Be(AsJupyterWrites);
    }

    [Fact]
    public void Everything_but_outputs_stays_byte_for_byte()
    {
        const string Odd = """
            {"nbformat_minor" : 5,  "nbformat":4, "unknown": [1.0, 1e3, "\u00e4\/"],
             "cells":[{"cell_type":"raw","id":"r","metadata":{},"source":"outputs: []"},
              {"outputs":[ {"output_type":"stream", "name":"stdout","text":"old"} ],"source":"\u0031","cell_type":"code","metadata":{"outputs":[1],"execution_count":9},
               "execution_count" : 3 , "id":"c"}],
             "metadata":{"kernelspec":{"name":"x"}}}
            """;

        Notebook.Parse(Odd).With([new CellResult(1, [], null)]).Should().Be(Odd
            .Replace("""[ {"output_type":"stream", "name":"stdout","text":"old"} ]""", "[]")
            .Replace("\"execution_count\" : 3 ", "\"execution_count\" : 1 "));
    }

    [Fact]
    public void A_cell_that_was_not_run_has_no_outputs()
    {
        string text = Notebook.Parse(AsJupyterWrites).With([new CellResult(1, [], null)]);

        Notebook.Parse(text).Cells.Select(cell => (cell.ExecutionCount, cell.Outputs.Count)).Should().Equal((1, 0), (null, 0));
    }

    [Theory]
    [InlineData("", "The file is no JSON")]
    [InlineData("[]", "no JSON object")]
    [InlineData("{\"nbformat\":4,\"nbformat_minor\":4,\"cells\":[]}", "nbformat 4.5")]
    [InlineData("{\"nbformat\":4,\"nbformat_minor\":5,\"cells\":[],\"metadata\":{\"language_info\":{\"name\":\"python\"}}}", "written in python")]
    [InlineData("{\"nbformat\":4,\"nbformat_minor\":5,\"cells\":[{\"cell_type\":\"code\",\"outputs\":[],\"execution_count\":null,\"source\":\"\"}]}", "Code cell 1 has no id")]
    [InlineData(
        "{\"nbformat\":4,\"nbformat_minor\":5,\"cells\":[{\"cell_type\":\"code\",\"id\":\"a\",\"source\":\"\"}]}",
        "Code cell 1 (a) lacks execution_count or outputs")]
    public void An_invalid_notebook_is_refused_with_the_reason(string text, string refusal) =>
        FluentActions.Invoking(() => Notebook.Parse(text)).Should().Throw<NotebookException>().WithMessage($"*{refusal}*");
}
