import { describe, expect, test } from 'vitest'
import {
  cellDate, clockTime, dateAndTime, dayFromParts, dayOf, daysBetween, dueState, dueText, firstName,
  fullDate, hourOf, initials, joined, longDate, runningTime, shortDate, spokenMinutes, spokenSeconds,
  surnameFirst, timeFromTyped,
} from '.'

describe('dates', () => {
  test('a day is written in words', () => {
    expect(longDate('2026-11-25')).toBe('25 November 2026')
    expect(fullDate('2026-05-14')).toBe('Thursday 14 May 2026')
    expect(shortDate('2026-11-25')).toBe('Wed 25 Nov')
    expect(cellDate('2026-09-02')).toBe('2 Sep 2026')
  })

  test('an instant is shown by the clock in England, summer and winter', () => {
    expect(clockTime('2026-01-05T14:32:00Z')).toBe('14:32')
    expect(clockTime('2026-07-05T14:32:00Z')).toBe('15:32')
    expect(dateAndTime('2026-07-05T23:30:00Z')).toBe('6 July 2026, 00:30')
    expect(clockTime('2026-01-05T00:05:00Z')).toBe('00:05')
    expect(hourOf('2026-07-05T23:30:00Z')).toBe(0)
  })

  test('the day of an instant is the day in England', () => {
    expect(dayOf('2026-07-05T23:30:00Z')).toBe('2026-07-06')
    expect(dayOf('2026-12-05T23:30:00Z')).toBe('2026-12-05')
  })

  test('days are counted across a change of clocks and a leap day', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2)
    expect(daysBetween('2026-11-22', '2026-11-20')).toBe(-2)
  })

  test.each([
    ['27', '11', '2026', '2026-11-27'],
    [' 7 ', '3', '2026', '2026-03-07'],
    ['7', 'march', '2026', '2026-03-07'],
    ['29', '2', '2028', '2028-02-29'],
    ['29', '2', '2026', null],
    ['31', '02', '2026', null],
    ['1', '13', '2026', null],
    ['1', '1', '26', null],
    ['', '1', '2026', null],
    ['x', '1', '2026', null],
  ])('typed as %j %j %j gives %j', (day, month, year, expected) => {
    expect(dayFromParts(day, month, year)).toBe(expected)
  })

  test.each([
    ['9', '09:00'], ['9:30', '09:30'], ['0930', '09:30'], ['14.15', '14:15'], ['2pm', '14:00'],
    ['12am', '00:00'], ['12:30 pm', '12:30'], ['24:00', null], ['9:75', null], ['noon', null], ['13pm', null],
  ])('the time typed as %j is %j', (typed, expected) => {
    expect(timeFromTyped(typed)).toBe(expected)
  })
})

describe('due dates', () => {
  const today = '2026-11-22'

  test.each([
    ['2026-11-25', 'Due in 3 days (Wed 25 Nov)', 'soon'],
    ['2026-11-22', 'Due today (Sun 22 Nov)', 'today'],
    ['2026-11-23', 'Due tomorrow (Mon 23 Nov)', 'soon'],
    ['2026-11-20', 'Overdue by 2 days', 'overdue'],
    ['2026-11-21', 'Overdue by 1 day', 'overdue'],
    ['2027-01-13', 'Due in 52 days (Wed 13 Jan 2027)', 'later'],
  ])('%s reads "%s"', (due, words, state) => {
    expect(dueText(due, today)).toBe(words)
    expect(dueState(due, today)).toBe(state)
  })
})

describe('lengths and names', () => {
  test('minutes and seconds are spoken', () => {
    expect(spokenMinutes(135)).toBe('2 hours 15 minutes')
    expect(spokenMinutes(60)).toBe('1 hour')
    expect(spokenMinutes(0)).toBe('0 minutes')
    expect(spokenSeconds(1)).toBe('1 second')
    expect(spokenSeconds(100)).toBe('2 minutes')
    expect(runningTime(23 * 60 + 41)).toBe('00:23')
  })

  test('names are shortened and turned round', () => {
    expect(initials('Jo Ahmed-Price')).toBe('JAP')
    expect(surnameFirst('Jo van Ahmed')).toBe('Ahmed, Jo van')
    expect(surnameFirst('Jo')).toBe('Jo')
    expect(firstName('Jo Ahmed')).toBe('Jo')
    expect(joined(['Police', 'Health', 'School'])).toBe('Police, Health and School')
  })
})
